"""TOML, read. Mirrors CPython's Lib/tomllib: its answers and its errors with their places.

Tables become dicts and arrays lists while they are read. Which of them the text may still add to is kept by their id(): those
declared by a header or, once another header has come, by a dotted key are _declared, those written as a value are _closed.
"""
import re

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    """The text is not TOML."""


_BLANK, _BLANKS, _BARE = re.compile(r"[ \t]*"), re.compile(r"[ \t\n]*"), re.compile(r"[A-Za-z0-9_-]+")
# What no text may have, and what no text over several lines may have.
_CONTROL, _CONTROL_BUT_NEWLINE = re.compile("[\0-\x08\n-\x1f\x7f]"), re.compile("[\0-\x08\x0b-\x1f\x7f]")
_TIME = r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?"
_TIME_ALONE = re.compile(_TIME, re.A)
_DATE = re.compile(rf"(\d{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?", re.A)
_NUMBER = re.compile("|".join([f"0{sign}{digit}(?:_?{digit})*" for sign, digit in zip("xbo", (r"[\da-fA-F]", "[01]", "[0-7]"))])
                     + r"|[+-]?(?:0|[1-9](?:_?\d)*)(?P<beyond>(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)", re.A)
_SPECIAL = re.compile("[+-]?(?:inf|nan)")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def load(fp, /, *, parse_float=float):
    """A dict of what the file has, which is open for bytes."""
    given = fp.read()
    try:
        text = given.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """A dict of what the text has."""
    text = s.replace("\r\n", "\n")

    def number(digits):
        made = parse_float(digits)
        if isinstance(made, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return made
    return _Reader(text, number).document()


def _micros(digits):
    return int((digits or "").ljust(6, "0"))


class _Reader:
    def __init__(self, text, number):
        self.text, self.at, self.number = text, 0, number
        self.declared, self.closed, self.dotted = set(), set(), []

    def wrong(self, words):
        place = "end of document"
        if self.at < len(self.text):
            before = self.text[:self.at].split("\n")
            place = f"line {len(before)}, column {len(before[-1]) + 1}"
        return TOMLDecodeError(f"{words} (at {place})")

    # ---- letters

    def char(self):
        return self.text[self.at:self.at + 1]

    def take(self, mark):
        """Whether MARK comes next; then it is behind us."""
        found = self.text.startswith(mark, self.at)
        if found:
            self.at += len(mark)
        return found

    def skip(self, pattern=_BLANK):
        self.at = pattern.match(self.text, self.at).end()

    def until(self, mark, illegal, words=None):
        """The text up to MARK, or up to the end if there are no WORDS for its being missing."""
        end = self.text.find(mark, self.at)
        if end < 0:
            end = len(self.text)
            if words:
                self.at = end
                raise self.wrong(words)
        bad = illegal.search(self.text, self.at, end)
        if bad:
            self.at = bad.start()
            raise self.wrong(f"Found invalid character {bad[0]!r}")
        found, self.at = self.text[self.at:end], end
        return found

    def comment(self):
        if self.char() == "#":
            self.until("\n", _CONTROL)

    def between(self):
        """What may stand between the items of an array."""
        while self.char() and self.char() in " \t\n#":
            self.skip(_BLANKS)
            self.comment()

    # ---- statements

    def document(self):
        root, header = {}, ()
        while True:
            self.skip()
            char = self.char()
            if char == "[":
                self.declared.update(map(id, self.dotted))
                self.dotted.clear()
                self.at += 1
                header = self.array_header(root) if self.take("[") else self.table_header(root)
                self.skip()
            elif char and (char in "\"'" or _BARE.match(char)):
                self.assignment(root, header)
                self.skip()
            elif char and char not in "#\n":
                raise self.wrong("Invalid statement")
            self.comment()
            if not self.char():
                return root
            if not self.take("\n"):
                raise self.wrong("Expected newline or end of document after a statement")

    def table_header(self, root):
        self.skip()
        key = self.key()
        found = self.look(root, key)
        if self.is_closed(root, key) or id(found) in self.declared:
            raise self.wrong(f"Cannot declare {key} twice")
        self.reach(root, key)
        self.declared.add(id(self.look(root, key)))
        if not self.take("]"):
            raise self.wrong("Expected ']' at the end of a table declaration")
        return key

    def array_header(self, root):
        self.skip()
        key = self.key()
        if self.is_closed(root, key):
            raise self.wrong(f"Cannot mutate immutable namespace {key}")
        above = self.reach(root, key[:-1])
        array = above.setdefault(key[-1], [])
        if not isinstance(array, list):
            raise self.wrong("Cannot overwrite a value")
        array.append({})
        self.declared.add(id(array))
        if not self.take("]]"):
            raise self.wrong("Expected ']]' at the end of an array declaration")
        return key

    def assignment(self, root, header):
        key, value = self.pair()
        parts = [header + key[:count] for count in range(1, len(key))]
        for each in parts:
            if id(self.look(root, each)) in self.declared:
                raise self.wrong(f"Cannot redefine namespace {each}")
        above = header + key[:-1]
        if self.is_closed(root, above):
            raise self.wrong(f"Cannot mutate immutable namespace {above}")
        table = self.reach(root, above)
        if key[-1] in table:
            raise self.wrong("Cannot overwrite a value")
        self.dotted += [self.look(root, each) for each in parts]
        table[key[-1]] = value

    # ---- tables

    def steps(self, table, key):
        """What stands behind each name of the key, as far as there is something; of an array of tables the last goes on."""
        for name in key:
            if isinstance(table, list):
                table = table[-1] if table else None
            table = table.get(name) if isinstance(table, dict) else None
            if table is None:
                return
            yield table

    def look(self, root, key):
        found = [*self.steps(root, key)]
        return found[-1] if len(found) == len(key) else None

    def is_closed(self, root, key):
        return any(id(each) in self.closed for each in self.steps(root, key))

    def reach(self, table, key, into_arrays=True):
        """The table behind the key; what is not there yet is made."""
        for name in key:
            table = table.setdefault(name, {})
            if into_arrays and isinstance(table, list) and table:
                table = table[-1]
            if not isinstance(table, dict):
                raise self.wrong("Cannot overwrite a value")
        return table

    # ---- keys and values

    def pair(self):
        key = self.key()
        if not self.take("="):
            raise self.wrong("Expected '=' after a key in a key/value pair")
        self.skip()
        return key, self.value()

    def key(self):
        names = [self.name()]
        self.skip()
        while self.take("."):
            self.skip()
            names.append(self.name())
            self.skip()
        return tuple(names)

    def name(self):
        bare = _BARE.match(self.text, self.at)
        if bare:
            self.at = bare.end()
            return bare[0]
        if self.take("'"):
            return self.literal()
        if self.take('"'):
            return self.basic()
        raise self.wrong("Invalid initial character for a key part")

    def value(self):
        for mark, read in (('"""', self.basic_lines), ('"', self.basic), ("'''", self.literal_lines), ("'", self.literal),
                           ("true", lambda: True), ("false", lambda: False), ("[", self.array), ("{", self.inline_table)):
            if self.take(mark):
                return read()
        for pattern, read in ((_DATE, self.date), (_TIME_ALONE, self.time), (_NUMBER, self.digits),
                              (_SPECIAL, lambda found: self.number(found[0]))):
            found = pattern.match(self.text, self.at)
            if found:
                made = read(found)
                self.at = found.end()
                return made
        raise self.wrong("Invalid value")

    def digits(self, found):
        return self.number(found[0]) if found["beyond"] else int(found[0], 0)

    def time(self, found):
        from datetime import time
        *clock, fraction = found.groups()
        return time(*map(int, clock), _micros(fraction))

    def date(self, found):
        from datetime import date, datetime, timedelta, timezone
        year, month, day, hour, minute, second, fraction, utc, sign, *offset = found.groups()
        try:
            if hour is None:
                return date(int(year), int(month), int(day))
            zone = timezone.utc if utc else None
            if sign:
                hours, minutes = [int(sign + each) for each in offset]
                zone = timezone(timedelta(hours=hours, minutes=minutes))
            return datetime(*map(int, (year, month, day, hour, minute, second)), _micros(fraction), zone)
        except ValueError as error:
            raise self.wrong("Invalid date or datetime") from error

    def array(self):
        made = []
        self.closed.add(id(made))
        self.between()
        while not self.take("]"):
            made.append(self.value())
            self.between()
            if self.take("]"):
                break
            if not self.take(","):
                raise self.wrong("Unclosed array")
            self.between()
        return made

    def inline_table(self):
        made = {}
        self.skip()
        more = not self.take("}")
        while more:
            key, value = self.pair()
            if self.is_closed(made, key):
                raise self.wrong(f"Cannot mutate immutable namespace {key}")
            table = self.reach(made, key[:-1], into_arrays=False)
            if key[-1] in table:
                raise self.wrong(f"Duplicate inline table key {key[-1]!r}")
            table[key[-1]] = value
            self.skip()
            more = not self.take("}")
            if more and not self.take(","):
                raise self.wrong("Unclosed inline table")
            self.skip() if more else None
        self.closed.add(id(made))
        return made

    # ---- texts

    def literal(self):
        found = self.until("'", _CONTROL, 'Expected "\'"')
        self.at += 1
        return found

    def literal_lines(self):
        self.take("\n")
        found = self.until("'''", _CONTROL_BUT_NEWLINE, 'Expected "\'\'\'"')
        self.at += 3
        return found + self.quotes("'")

    def basic_lines(self):
        self.take("\n")
        found = self.basic('"""', _CONTROL_BUT_NEWLINE)
        return found + self.quotes('"')

    def quotes(self, quote):
        """One or two more of them belong to the text that they end."""
        return quote * (self.take(quote) + self.take(quote))

    def basic(self, end='"', illegal=_CONTROL):
        parts = []
        while not self.take(end):
            char = self.char()
            if not char:
                raise self.wrong("Unterminated string")
            if illegal.match(char):
                raise self.wrong(f"Illegal character {char!r}")
            self.at += 1
            parts.append(self.escape(end != '"') if char == "\\" else char)
        return "".join(parts)

    def escape(self, over_lines):
        char = self.char()
        self.at += 1
        if over_lines and char and char in " \t\n":
            # White space with a line's end in it is not part of the text.
            self.at -= 1
            self.skip()
            if self.char() and not self.take("\n"):
                raise self.wrong("Unescaped '\\' in a string")
            self.skip(_BLANKS)
            return ""
        if char and char in "uU":
            size = 4 if char == "u" else 8
            digits = self.text[self.at:self.at + size]
            if not re.fullmatch(f"[0-9A-Fa-f]{{{size}}}", digits):
                raise self.wrong("Invalid hex value")
            self.at += size
            code = int(digits, 16)
            if code > 0x10ffff or 0xd800 <= code < 0xe000:
                raise self.wrong("Escaped character is not a Unicode scalar value")
            return chr(code)
        if char not in _ESCAPES:
            raise self.wrong("Unescaped '\\' in a string")
        return _ESCAPES[char]
