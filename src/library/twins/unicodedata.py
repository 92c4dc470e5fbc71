"""What Unicode says of a character: CPython's Modules/unicodedata.c. The tables are made of the Unicode files while building
(scripts/unicode_module.py) and unpacked when they are first asked for."""
import _simul_unicode as _tables
from bisect import bisect_right as _bisect

unidata_version = "15.1.0"
# Ideographs that are numbers, and the numbers.
_IDEOGRAPHS = dict(zip(
    "㐅㒃㠪㭍一七万三两九二五亖京亿什仟仨伍佰俩倆億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拐拾捌柒洞漆玖百皕秭肆萬貮貳贰鈎钩阡"
    "陆陌陸零𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭",
    map(float, "5 2 5 7 1 7 1e4 3 2 9 2 5 4 1e16 1e8 10 1000 3 5 100 2 2 1e8 1e6 2 8 6 10 1000 20 30 40 3 3 3 3 4 1 1 1 9 20 1 2 3 2 7 "
        "10 8 7 0 7 9 100 200 1e9 4 1e4 2 2 2 9 9 1000 6 100 6 0 7 4 4 5 1 30 40 40 6 3 3 2 3 3 4".split())))
_S, _L, _V, _T, _LS, _VS, _TS = 0xac00, 0x1100, 0x1161, 0x11a7, 19, 21, 28    # Hangul, whose syllables are reckoned


def _code(name, c, place=""):
    if not isinstance(c, str) or len(c) != 1:
        raise TypeError(f"{name}() argument{place} must be a unicode character, not {type(c).__name__}")
    return ord(c)


def _property(name, table, value=str):
    starts, values = [], []

    def ask(c, /):
        code = _code(name, c)
        if not starts:
            at, parts = 0, getattr(_tables, table).split(" ")
            for each, length in zip(parts[::2], parts[1::2]):
                starts.append(at)
                values.append(value(each))
                at += int(length, 16)
        return values[_bisect(starts, code) - 1]
    ask.__name__ = ask.__qualname__ = name
    return ask


category = _property("category", "CATEGORY")
bidirectional = _property("bidirectional", "BIDI", lambda text: text.strip("-"))
combining = _property("combining", "COMBINING", int)
mirrored = _property("mirrored", "MIRRORED", lambda text: int(text == "Y"))
east_asian_width = _property("east_asian_width", "WIDTH")

_numbers = {}    # character -> ("*" for a digit, "=" for another number; its text); not those of decimals


def _number(name, chr, default, kinds):
    _code(name, chr, " 1")
    if not _numbers:
        code = 0
        for each in _tables.NUMBERS.split(" "):
            at = max(each.find("*"), each.find("="))
            code += int(each[:at], 16)
            _numbers[code] = each[at], each[at + 1:]
    if chr.isdecimal():
        return str(int(chr))
    kind, text = _numbers.get(ord(chr), (" ", ""))
    if kind in kinds:
        return text
    if kind == " " and "=" in kinds and chr in _IDEOGRAPHS:
        return _IDEOGRAPHS[chr]
    if default:
        return default
    raise ValueError({"decimal": "not a decimal", "digit": "not a digit", "numeric": "not a numeric character"}[name])


def decimal(chr, /, *default):
    found = _number("decimal", chr, default, "")
    return int(found) if isinstance(found, str) else found[0]


def digit(chr, /, *default):
    found = _number("digit", chr, default, "*")
    return int(found) if isinstance(found, str) else found[0]


def numeric(chr, /, *default):
    found = _number("numeric", chr, default, "*=")
    if isinstance(found, str):
        over, _, under = found.partition("/")
        return int(over) / int(under or 1)
    return found[0] if isinstance(found, tuple) else found


_parts, _whole = {}, {}    # character -> (kind, what it is made of); two characters -> the one that is made of them


def _unpack():
    if not _parts:
        code, kinds = 0, _tables.KINDS.split(" ")
        for line in _tables.DECOMPOSITIONS.split("\n"):
            at = next(at for at, letter in enumerate(line) if letter in ":=!~")
            code += int(line[:at], 16)
            row = line[at] == ":"
            at += row
            kind, made_of = line[at], line[at + 1:]
            if kind == "~":
                kind, made_of = kinds[ord(made_of[0]) - 97], made_of[1:]
            _parts[chr(code)] = kind, made_of[0] if row else made_of
            if kind == "=" and len(made_of) == 2 and not row:
                _whole[made_of] = chr(code)
            for each in made_of[1:] if row else ():
                code += 1
                _parts[chr(code)] = kind, each


def decomposition(chr, /):
    _code("decomposition", chr)
    _unpack()
    kind, made_of = _parts.get(chr, ("=", ""))
    return " ".join(([] if kind in "=!" else [kind]) + [f"{ord(each):04X}" for each in made_of])


def _taken_apart(text, compatible):
    out, pending = [], list(reversed(text))
    while pending:
        each = pending.pop()
        code = ord(each)
        if code < 0xa0:
            out.append(each)
        elif 0 <= code - _S < _LS * _VS * _TS:
            syllable, last = divmod(code - _S, _TS)
            out += [chr(_L + syllable // _VS), chr(_V + syllable % _VS)] + ([chr(_T + last)] if last else [])
        else:
            kind, made_of = _parts.get(each, ("=", None))
            if made_of is None or not compatible and kind not in "=!":
                out.append(each)
            else:
                pending += reversed(made_of)
    marks = []    # the marks behind a letter stand in the order of their classes
    for at, each in enumerate(out + ["a"]):
        if each >= "\u0300" and combining(each):
            marks.append(each)
        elif marks:
            out[at - len(marks):at] = sorted(marks, key=combining)
            marks = []
    return out


def _put_together(letters):
    out, starter, last = [], None, 0
    for each in letters:
        kind = 0 if each < "\u0300" else combining(each)
        made = None
        if starter is not None and (last < kind or last == 0 and starter == len(out) - 1):
            before, code = ord(out[starter]), ord(each)
            if 0 <= before - _L < _LS and 0 <= code - _V < _VS:
                made = chr(_S + ((before - _L) * _VS + code - _V) * _TS)
            elif 0 <= before - _S < _LS * _VS * _TS and (before - _S) % _TS == 0 and 0 < code - _T < _TS:
                made = chr(before + code - _T)
            else:
                made = _whole.get(out[starter] + each)
        if made is not None:
            out[starter] = made
            continue
        if kind == 0:
            starter = len(out)
        last = kind
        out.append(each)
    return out


def normalize(form, unistr, /):
    for place, each in ((1, form), (2, unistr)):
        if not isinstance(each, str):
            raise TypeError(f"normalize() argument {place} must be str, not {type(each).__name__}")
    if form not in ("NFC", "NFKC", "NFD", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    _unpack()
    letters = _taken_apart(unistr, form[2] == "K")
    return "".join(_put_together(letters) if form[-1] == "C" else letters)


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr


def __getattr__(name):
    if name in ("name", "lookup"):
        raise AttributeError(f"Simul's unicodedata has no {name}(): the characters' names would be half as much again as the whole "
                             "library (instead: category(), or hex(ord(c)))")
    if name in ("UCD", "ucd_3_2_0"):
        raise AttributeError(f"Simul's unicodedata has no {name}: it knows Unicode {unidata_version} only")
    raise AttributeError(f"module 'unicodedata' has no attribute {name!r}")
