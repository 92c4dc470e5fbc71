"""Regular expressions: CPython's Modules/_sre, and the parser and compiler of Lib/re.

A pattern becomes a program of small instructions; the matcher goes back with a stack of its own, so that neither a long
text nor a bad pattern meets the recursion limit, and each step counts against the machine's budget.
"""
from _operator import index as _index
from _simul import c_class, frames_left, type_name

FLAG_A, FLAG_I, FLAG_L, FLAG_M, FLAG_S, FLAG_U, FLAG_X, FLAG_DEBUG = 256, 2, 4, 8, 16, 32, 64, 128
MAXREPEAT = 4294967295

_DIGITS = frozenset("0123456789")
_OCTAL = frozenset("01234567")
_HEX = frozenset("0123456789abcdefABCDEF")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ASCII_WORD = _LETTERS | _DIGITS | {"_"}
_ASCII_SPACE = frozenset(" \t\n\r\f\v")
_SET_OPERATIONS = {"-": "difference", "&": "intersection", "~": "symmetric difference", "|": "union"}
_SIMPLE = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_FLAGS = {"i": FLAG_I, "L": FLAG_L, "m": FLAG_M, "s": FLAG_S, "x": FLAG_X, "a": FLAG_A, "u": FLAG_U}


class Error(Exception):
    pass    # replaced by re.PatternError, which the package hands in


_error = Error
_refuse = None


def set_error(cls, refuse):
    global _error, _refuse
    _error = cls
    _refuse = refuse


# --- the tree: tuples whose first item is the kind
# ("char", c) ("any",) ("set", negated, items) ("cat", list) ("alt", list) ("group", n, node, add, remove) ("ref", n)
# ("repeat", low, high, node, how) ("at", kind) ("look", ahead, negated, node) ("if", n, yes, no) ("atomic", node)


_FLAG_KINDS = FLAG_A | FLAG_U | FLAG_L


class _Parser:
    def __init__(self, text, flags, is_bytes):
        self.text = text
        self.at = 0
        self.flags = flags
        self.bytes = is_bytes
        self.groups = 1
        self.names = {}
        self.open = []
        self.wanted = {}    # groups that (?(1)...) asks for, and where
        self.widths = [None]
        self.looks_behind = None    # the first group that a look-behind, if one is open, has inside
        self.depth = 2    # frames that CPython's parser, which is Python, has here
        # A nesting takes no more than three frames, one of the parser, the widths or the compiler: who has them all need not count.
        left = frames_left()
        self.left = left if left < 16 + 3 * text.count("(") else None

    def need(self, frames):
        """The parser calls so many functions in functions from here."""
        if self.left is not None and self.depth + frames > self.left:
            raise RecursionError("maximum recursion depth exceeded")

    def fail(self, message, back=0):
        raise _error(message, self.source, self.at - back)

    def peek(self, text):
        return self.text.startswith(text, self.at)

    def take(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def next(self):
        letter = self.text[self.at:self.at + 1]
        self.at += 1
        return letter

    def until(self, end, what):
        begin = self.at
        stop = self.text.find(end, begin)
        if stop < 0:
            if begin >= len(self.text):
                self.fail("missing " + what)
            self.at = len(self.text)
            self.fail(f"missing {end}, unterminated name", self.at - begin)
        if stop == begin:
            self.at = stop + 1
            self.fail("missing " + what, 1)
        self.at = stop + 1
        return self.text[begin:stop]

    def check_name(self, name, offset):
        if not name.isidentifier() or self.bytes and not name.isascii():
            self.fail(f"bad character in group name {name if not self.bytes else ascii(name)!r}"
                      if not self.bytes else f"bad character in group name {name!r}", len(name) + offset)

    def alternatives(self, flags):
        self.depth += 1
        branches = [self.sequence(flags, self.at == 0)]
        while self.take("|"):
            branches.append(self.sequence(flags))
        self.depth -= 1
        return branches[0] if len(branches) == 1 else ("alt", branches)

    def skip_blanks(self):
        text = self.text
        while self.at < len(text):
            if text[self.at] in " \t\n\r\f\v":
                self.at += 1
            elif text[self.at] == "#":
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end + 1
            else:
                break

    def sequence(self, flags, first=False):
        items = []
        text = self.text
        self.depth += 1
        self.need(1 if text[self.at:self.at + 1] in ("", "|", ")") else 2)
        while True:
            if flags & FLAG_X:
                self.skip_blanks()
            if self.at >= len(text) or text[self.at] in "|)":
                self.depth -= 1
                return items[0] if len(items) == 1 else ("cat", items)
            begin = self.at
            letter = self.next()
            if letter in "*+?" or letter == "{" and self.repeat_at(begin) is not None:
                self.at = begin
                low, high = self.repeat()
                if not items:
                    self.fail("nothing to repeat", self.at - begin)
                node = items[-1]
                if node[0] == "at" or node[0] == "cat" and not node[1]:
                    self.fail("nothing to repeat", self.at - begin)
                if node[0] == "repeat":
                    self.fail("multiple repeat", self.at - begin)
                self.need(3)
                how = "greedy"
                if self.take("?"):
                    how = "lazy"
                elif self.take("+"):
                    how = "possessive"
                items[-1] = ("repeat", low, high, node, how)
                continue
            if letter == ".":
                items.append(("any", bool(flags & FLAG_S)))
            elif letter == "^":
                items.append(("at", "line begin" if flags & FLAG_M else "begin"))
            elif letter == "$":
                items.append(("at", "line end" if flags & FLAG_M else "end"))
            elif letter == "[":
                items.append(self.set(flags, begin))
            elif letter == "(":
                node = self.group(flags, begin, first and not items)
                if isinstance(node, int):
                    flags = node
                elif node is not None:
                    items.append(node)
            elif letter == "\\":
                items.append(self.escape(flags, begin))
            else:
                items.append(("char", letter, flags & FLAG_I))

    def repeat_at(self, begin):
        """(low, high, end) of {m,n} at begin; None when it is only a brace."""
        text, at = self.text, begin + 1
        if text.startswith("}", at):
            return None
        low = high = ""
        while at < len(text) and text[at] in _DIGITS:
            low += text[at]
            at += 1
        if text.startswith(",", at):
            at += 1
            while at < len(text) and text[at] in _DIGITS:
                high += text[at]
                at += 1
            comma = True
        else:
            high, comma = low, False
        if not text.startswith("}", at) or not comma and not low:
            return None
        return low, high, at + 1

    def repeat(self):
        begin = self.at
        letter = self.next()
        if letter != "{":
            return {"*": (0, MAXREPEAT), "+": (1, MAXREPEAT), "?": (0, 1)}[letter]
        low, high, self.at = self.repeat_at(begin)
        low = int(low) if low else 0
        high = int(high) if high else MAXREPEAT
        if low >= MAXREPEAT or high > MAXREPEAT:
            raise OverflowError("the repetition number is too large")
        if high < low:
            self.fail("min repeat greater than max repeat", self.at - begin - 1)
        return low, high

    def doubtful(self, what, at):
        from warnings import warn
        warn(f"Possible {what} at position {at}", FutureWarning, skip_file_prefixes=("/usr/lib/python3.13/re/",))

    def set(self, flags, begin):
        if self.peek("["):
            self.doubtful("nested set", self.at)
        negated = self.take("^")
        items = []
        first = True
        while True:
            at = self.at
            letter = self.next()
            if not letter:
                self.at = len(self.text)
                self.fail("unterminated character set", self.at - begin)
            if letter == "]" and not first:
                break
            first = False
            if items and letter in "-&~|" and self.peek(letter):
                self.doubtful("set " + _SET_OPERATIONS[letter], at)
            low = self.set_escape(at) if letter == "\\" else letter
            if self.peek("-") and not self.text.startswith("]", self.at + 1):
                self.at += 1
                place = self.at
                letter = self.next()
                if not letter:
                    self.at = len(self.text)
                    self.fail("unterminated character set", self.at - begin)
                if letter == "-":
                    self.doubtful("set difference", place - 1)
                high = self.set_escape(place) if letter == "\\" else letter
                if isinstance(low, tuple) or isinstance(high, tuple) or high < low:
                    self.fail(f"bad character range {self.text[at:self.at]}", self.at - at)
                items.append((low, high))
            elif isinstance(low, tuple):
                items.append(low[0])
            else:
                items.append((low, low))
        return ("set", bool(negated), items, flags)

    def number_escape(self, letter, begin):
        """\\x41, \\u0041, \\U..., \\N{...}: a letter."""
        self.need(2)
        if letter == "N" and not self.bytes:
            if not self.take("{"):
                self.fail("missing {")
            name = self.until("}", "character name")
            try:
                import unicodedata
                return unicodedata.lookup(name)
            except ImportError:
                self.fail(f"undefined character name {name!r}", len(name) + len("\\N{}"))
            except KeyError:
                self.fail(f"undefined character name {name!r}", len(name) + len("\\N{}"))
        wanted = {"x": 2, "u": 4, "U": 8}[letter]
        digits = ""
        while len(digits) < wanted and self.text[self.at:self.at + 1] in _HEX and self.at < len(self.text):
            self.need(3)
            digits += self.next()
        if len(digits) != wanted:
            self.fail(f"incomplete escape {self.text[begin:self.at]}", self.at - begin)
        return chr(int(digits, 16))

    def set_escape(self, begin):
        letter = self.next()
        if not letter:
            self.at = len(self.text)
            self.fail("bad escape (end of pattern)", 1)
        if letter in _SIMPLE:
            return _SIMPLE[letter]
        if letter in "dDsSwW":
            return (letter,)
        if letter == "x" or letter in "uUN" and not self.bytes:
            return self.number_escape(letter, begin)
        if letter in _OCTAL:
            digits = letter
            while len(digits) < 3 and self.text[self.at:self.at + 1] in _OCTAL and self.at < len(self.text):
                digits += self.next()
            if int(digits, 8) > 0o377:
                self.fail(f"octal escape value {self.text[begin:self.at]} outside of range 0-0o377", self.at - begin)
            return chr(int(digits, 8))
        if letter in _DIGITS or letter in _LETTERS:
            self.fail(f"bad escape {self.text[begin:self.at]}", self.at - begin)
        return letter

    def escape(self, flags, begin):
        letter = self.next()
        if not letter:
            self.at = len(self.text)
            self.fail("bad escape (end of pattern)", 1)
        if letter in "dDsSwW":
            return ("set", False, [letter], flags)
        if letter in "AbBZ":
            kind = {"A": "begin of text", "Z": "end of text", "b": "boundary", "B": "no boundary"}[letter]
            return ("at", kind + (" ascii" if letter in "bB" and (self.bytes or flags & FLAG_A) else ""))
        if letter in _SIMPLE:
            return ("char", _SIMPLE[letter], flags & FLAG_I)
        if letter == "x" or letter in "uUN" and not self.bytes:
            return ("char", self.number_escape(letter, begin), flags & FLAG_I)
        if letter == "0":
            digits = letter
            while len(digits) < 3 and self.text[self.at:self.at + 1] in _OCTAL and self.at < len(self.text):
                digits += self.next()
            return ("char", chr(int(digits, 8)), flags & FLAG_I)
        if letter in _DIGITS:
            digits = letter
            if self.text[self.at:self.at + 1] in _DIGITS and self.at < len(self.text):
                digits += self.next()
                if (digits[0] in _OCTAL and digits[1] in _OCTAL and self.at < len(self.text)
                        and self.text[self.at] in _OCTAL):
                    digits += self.next()
                    if int(digits, 8) > 0o377:
                        self.fail(f"octal escape value \\{digits} outside of range 0-0o377", self.at - begin)
                    return ("char", chr(int(digits, 8)), flags & FLAG_I)
            return self.reference(int(digits), begin, flags, len(digits))
        if letter in _LETTERS:
            self.fail(f"bad escape \\{letter}", 2)
        return ("char", letter, flags & FLAG_I)

    def check_behind(self, number):
        if self.looks_behind is not None:
            if number in self.open or number >= self.groups:
                self.fail("cannot refer to an open group")
            if number >= self.looks_behind:
                self.fail("cannot refer to group defined in the same lookbehind subpattern")

    def reference(self, number, begin, flags, size):
        self.need(3)
        if number >= self.groups:
            self.fail(f"invalid group reference {number}", size)
        if number in self.open:
            self.fail("cannot refer to an open group", self.at - begin)
        self.check_behind(number)
        return ("ref", number, flags & FLAG_I)

    def group(self, flags, begin, first):
        text = self.text
        number, name = None, None
        capture, scoped, add, remove = True, False, 0, 0
        if self.take("?"):
            letter = self.next()
            if not letter:
                self.at = len(text)
                self.fail("unexpected end of pattern")
            if letter == "P":
                if self.take("<"):
                    name = self.until(">", "group name")
                    self.check_name(name, 1)
                elif self.take("="):
                    name = self.until(")", "group name")
                    self.check_name(name, 1)
                    if name not in self.names:
                        self.fail(f"unknown group name {name!r}", len(name) + 1)
                    if self.names[name] in self.open:
                        self.fail("cannot refer to an open group", len(name) + 1)
                    self.check_behind(self.names[name])
                    return ("ref", self.names[name], flags & FLAG_I)
                else:
                    letter = self.next()
                    if not letter:
                        self.at = len(text)
                        self.fail("unexpected end of pattern")
                    self.fail("unknown extension ?P" + letter, len(letter) + 2)
            elif letter == ":":
                capture = False
            elif letter == "#":
                end = text.find(")", self.at)
                if end < 0:
                    self.at = len(text)
                    self.fail("missing ), unterminated comment", self.at - begin)
                self.at = end + 1
                return None
            elif letter in "=!" or letter == "<" and text[self.at:self.at + 1] in ("=", "!"):
                ahead = letter != "<"
                if not ahead:
                    letter = self.next()
                    outside = self.looks_behind
                    if outside is None:
                        self.looks_behind = self.groups
                node = self.alternatives(flags)
                if not self.take(")"):
                    self.at = len(text)
                    self.fail("missing ), unterminated subpattern", self.at - begin)
                if not ahead:
                    self.looks_behind = outside
                return ("look", ahead, letter == "!", node)
            elif letter == "<":
                if self.at >= len(text):
                    self.fail("unexpected end of pattern")
                self.fail("unknown extension ?<" + text[self.at:self.at + 1], 2)
            elif letter == ">":
                node = self.alternatives(flags)
                if not self.take(")"):
                    self.at = len(text)
                    self.fail("missing ), unterminated subpattern", self.at - begin)
                return ("atomic", node)
            elif letter == "(":
                condition = self.until(")", "group name")
                if condition.isdigit() and condition.isascii():
                    which = int(condition)
                    if not which:
                        self.fail("bad group number", len(condition) + 1)
                    self.wanted.setdefault(which, self.at - len(condition) - 1)
                else:
                    self.check_name(condition, 1)
                    if condition not in self.names:
                        self.fail(f"unknown group name {condition!r}", len(condition) + 1)
                    which = self.names[condition]
                self.check_behind(which)
                yes = self.sequence(flags)
                no = None
                if self.take("|"):
                    no = self.sequence(flags)
                    if self.peek("|"):
                        self.fail("conditional backref with more than two branches", 0)
                if not self.take(")"):
                    self.at = len(text)
                    self.fail("missing ), unterminated subpattern", self.at - begin)
                return ("if", which, yes, no)
            elif letter in _FLAGS or letter == "-":
                self.need(3)
                at = self.at - 1
                removing = False
                while True:
                    if letter == "-":
                        if removing:
                            self.fail("missing flag" if not remove else "missing :, ) or -", 1)
                        removing = True
                    elif removing and not remove and letter not in _FLAGS:
                        self.fail("unknown flag" if letter in _LETTERS else "missing flag", 1)
                    elif letter == ")":
                        if removing:
                            self.fail("missing :", 1)
                        if not first:
                            self.fail("global flags not at the start of the expression", self.at - begin)
                        self.flags |= add
                        return flags | add
                    elif letter == ":":
                        if add & remove:
                            self.fail("bad inline flags: flag turned on and off", 1)
                        break
                    elif letter in _FLAGS and letter:
                        if letter == ("u" if self.bytes else "L"):
                            kind = "bytes" if self.bytes else "str"
                            self.fail(f"bad inline flags: cannot use '{letter}' flag with a {kind} pattern")
                        if letter in "auL" and removing:
                            self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                        if removing:
                            remove |= _FLAGS[letter]
                        else:
                            add |= _FLAGS[letter]
                            if letter in "auL" and add & _FLAG_KINDS != _FLAGS[letter]:
                                self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                    elif not letter:
                        self.at = len(text)
                        self.fail("missing :" if removing else "missing -, : or )")
                    else:
                        self.fail("unknown flag" if letter in _LETTERS else "missing -, : or )", 1)
                    letter = self.next()
                capture, scoped = False, True
                if add & _FLAG_KINDS:
                    flags &= ~_FLAG_KINDS
                flags = (flags | add) & ~remove
            else:
                self.fail("unknown extension ?" + letter, 2)
        if capture:
            number = self.groups
            self.groups += 1
            if self.groups > 2 ** 31:
                self.fail("too many groups")
            if name is not None:
                if name in self.names:
                    self.at -= 1
                    self.fail(f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}",
                              len(name))
                self.names[name] = number
            self.open.append(number)
            self.widths.append(None)
        node = self.alternatives(flags)
        if not self.take(")"):
            self.at = len(text)
            self.fail("missing ), unterminated subpattern", self.at - begin)
        if capture:
            self.open.remove(number)
            if self.left is not None:
                self.need(2 + _frames_of_width(_items(node)))
            self.widths[number] = _width(node, self)
            return ("group", number, node)
        return ("group", None, node, scoped)


def _width(node, parser):
    kind = node[0]
    if kind in ("char", "any", "set"):
        return 1, 1
    if kind == "cat":
        low = high = 0
        for each in node[1]:
            a, b = _width(each, parser)
            low, high = low + a, min(high + b, MAXREPEAT)
        return low, high
    if kind == "alt":
        widths = [_width(each, parser) for each in node[1]]
        return min(low for low, _ in widths), max(high for _, high in widths)
    if kind == "group":
        return _width(node[2], parser)
    if kind == "atomic":
        return _width(node[1], parser)
    if kind == "repeat":
        low, high = _width(node[3], parser)
        return low * node[1], min(high * node[2], MAXREPEAT)
    if kind == "ref":
        return parser.widths[node[1]] or (0, MAXREPEAT)
    if kind == "if":
        a = _width(node[2], parser)
        b = _width(node[3], parser) if node[3] is not None else (0, 0)
        return min(a[0], b[0]), max(a[1], b[1])
    return 0, 0


# --- how deep CPython's parser and compiler go, which are Python
# An item is a node of the tree as CPython has it: groups that only hold together are gone, and of branches what they have in common.

def _items(node):
    """The items of one of CPython's sequences."""
    if node[0] == "alt":
        return _branches([_items(each) for each in node[1]])
    items = []
    for each in node[1] if node[0] == "cat" else [node]:
        if each[0] == "group" and each[1] is None and not each[3]:
            items += _items(each[2])
        elif each[0] == "set" and len(each[2]) == 1 and each[2][0][0] == each[2][0][-1] and len(each[2][0]) == 2:
            items.append(("not" if each[1] else "char", each[2][0][0]))
        elif each[0] == "alt":
            items += _items(each)
        else:
            items.append(each[:2] if each[0] == "char" else each)
    return items


def _branches(branches):
    common = []
    while all(branches) and branches[0][0][0] in ("char", "not", "any", "at", "set", "ref") and all(
            [branch[0] == branches[0][0] for branch in branches]):
        common.append(branches[0][0])
        branches = [branch[1:] for branch in branches]
    if all([len(branch) == 1 and (branch[0][0] == "char" or branch[0][0] == "set" and not branch[0][1]) for branch in branches]):
        parts = []
        for (item,) in branches:
            parts += item[2] if item[0] == "set" else [(item[1], item[1])]
        return common + [("set", False, parts, 0)]
    return common + [("branch", branches)]


def _held(item):
    """The sequences in an item."""
    kind = item[0]
    if kind == "branch":
        return item[1]
    if kind == "group":
        return [_items(item[2])]
    if kind == "atomic":
        return [_items(item[1])]
    if kind == "look":
        return [_items(item[3])]
    if kind == "if":
        return [_items(each) for each in item[2:] if each is not None]
    if kind == "repeat":
        inner = item[3]
        plain = inner[0] == "group" and inner[1] is None and not inner[3]
        return [_items(inner[2] if plain else inner)]
    return []


def _frames_of_width(items):
    """getwidth() below the call for a sequence; a group's own width is known when it is closed."""
    most = 0
    for item in items:
        if item[0] == "group" and item[1] is not None:
            most = max(most, 1)
        elif item[0] != "look":
            for each in _held(item):
                most = max(most, 1 + _frames_of_width(each))
    return most


def _frames_of_simple(items):
    if len(items) == 1 and items[0][0] == "group" and items[0][1] is None:
        return 1 + _frames_of_simple(_items(items[0][2]))
    return 2


def _frames_of_compiler(items):
    """_compile() below the call for a sequence."""
    most = 1
    for item in items:
        kind = item[0]
        if kind == "set":
            most = max(most, 1 + _wants_bitmap(item))
        elif kind == "repeat":
            most = max(most, _frames_of_simple(_held(item)[0]))
        elif kind == "look" and not item[1]:
            most = max(most, 1 + _frames_of_width(_held(item)[0]))
        for each in _held(item):
            most = max(most, 1 + _frames_of_compiler(each))
    return most


def _wants_bitmap(item):
    codes = set()
    for part in item[2]:
        if len(part) == 2:
            codes.update(range(ord(part[0]), min(ord(part[1]), 0xffff) + 1))
    return len([code for code in codes if code - 1 not in codes]) > 2


# --- single letters

def _is_word(letter):
    return letter.isalnum() or letter == "_"


_CLASSES = {
    "d": str.isdecimal, "D": lambda c: not c.isdecimal(), "s": str.isspace, "S": lambda c: not c.isspace(),
    "w": _is_word, "W": lambda c: not _is_word(c),
}
_ASCII_CLASSES = {
    "d": _DIGITS.__contains__, "D": lambda c: c not in _DIGITS, "s": _ASCII_SPACE.__contains__,
    "S": lambda c: c not in _ASCII_SPACE, "w": _ASCII_WORD.__contains__, "W": lambda c: c not in _ASCII_WORD,
}
# Small letters whose capital is one and the same, or was once.
_CASE_GROUPS = {letter: group for group in (
    "i\u0131", "s\u017f", "\xb5\u03bc", "\u0345\u03b9\u1fbe", "\u0390\u1fd3", "\u03b0\u1fe3", "\u03b2\u03d0", "\u03b5\u03f5",
    "\u03b8\u03d1", "\u03ba\u03f0", "\u03c0\u03d6", "\u03c1\u03f1", "\u03c2\u03c3", "\u03c6\u03d5", "\u1e61\u1e9b",
    "\u0432\u1c80", "\u0434\u1c81", "\u043e\u1c82", "\u0441\u1c83", "\u0442\u1c84\u1c85", "\u044a\u1c86", "\u0463\u1c87",
    "\ua64b\u1c88", "\ufb05\ufb06") for letter in group}
# Capitals that their small letters do not name as theirs.
_OTHER_CAPITALS = {"i": "\u0130", "\u03c9": "\u2126", "k": "\u212a", "\xe5": "\u212b", "\xdf": "\u1e9e", "\u03b8": "\u03f4"}


def _lower(letter, ascii_only):
    # One letter for one, as C has it: of the two that the capital dotted I becomes, the first.
    return letter if ascii_only and not letter.isascii() else letter.lower()[0]


def _cases(letter, ascii_only):
    if ascii_only:
        return {letter, letter.lower(), letter.upper()} if letter.isascii() else {letter}
    small = _lower(letter, False)
    group = _CASE_GROUPS.get(small, small)
    found = {each for one in group for each in (one, one.upper(), one.title(), _OTHER_CAPITALS.get(one, one)) if len(each) == 1}
    return {each for each in found if _lower(each, False) in group}


def _letter_test(node, parser):
    """A function of one letter for "char", "any" and "set" nodes."""
    kind = node[0]
    if kind == "char":
        if node[2]:
            return frozenset(_cases(node[1], parser.bytes or parser.flags & FLAG_A)).__contains__
        return node[1].__eq__
    if kind == "any":
        return _always if node[1] else "\n".__ne__
    negated, items, flags = node[1], node[2], node[3]
    ascii_only = parser.bytes or flags & FLAG_A
    singles, ranges, tests = set(), [], []
    for item in items:
        if isinstance(item, str):
            tests.append((_ASCII_CLASSES if ascii_only else _CLASSES)[item])
        elif item[0] == item[1]:
            singles.add(item[0])
        elif ord(item[1]) - ord(item[0]) < 300:
            singles.update([chr(code) for code in range(ord(item[0]), ord(item[1]) + 1)])
        else:
            ranges.append(item)
    if flags & FLAG_I:
        for letter in list(singles):
            singles |= _cases(letter, ascii_only)
    if not negated and not singles and not ranges and len(tests) == 1:
        return tests[0]
    singles = frozenset(singles)
    fold = flags & FLAG_I and ranges
    if not ranges and not tests:
        if negated:
            return lambda c: c not in singles
        return singles.__contains__

    def test(letter):
        found = letter in singles
        if not found:
            for each in _cases(letter, ascii_only) if fold else (letter,):
                for low, high in ranges:
                    if low <= each <= high:
                        found = True
        if not found:
            for each in tests:
                if each(letter):
                    found = True
                    break
        return found != negated
    return test


def _always(letter):
    return True


# --- the program
# (op, ...): "one" test | "text" string | "split" first second | "jump" to | "save" slot | "run" test low high how |
# "at" kind | "ref" group | "look" ... | "count" ... | "end"

class _Compiler:
    def __init__(self, parser):
        self.parser = parser
        self.code = []
        self.counters = 0

    def add(self, *instruction):
        self.code.append(instruction)
        return len(self.code) - 1

    def node(self, node):
        kind = node[0]
        code = self.code
        if kind in ("char", "any", "set"):
            self.add("one", _letter_test(node, self.parser))
        elif kind == "cat":
            items = node[1]
            at = 0
            while at < len(items):
                end = at
                while end < len(items) and items[end][0] == "char" and not items[end][2]:
                    end += 1
                if end - at > 1:
                    self.add("text", "".join([item[1] for item in items[at:end]]))
                    at = end
                else:
                    self.node(items[at])
                    at += 1
        elif kind == "alt":
            jumps = []
            for branch in node[1][:-1]:
                split = self.add("split", 0, 0)
                self.node(branch)
                jumps.append(self.add("jump", 0))
                code[split] = ("split", split + 1, len(code))
            self.node(node[1][-1])
            for jump in jumps:
                code[jump] = ("jump", len(code))
        elif kind == "group":
            if node[1] is None:
                self.node(node[2])
            else:
                self.add("save", node[1] * 2)
                self.node(node[2])
                self.add("save", node[1] * 2 + 1)
        elif kind == "ref":
            self.add("ref", node[1], node[2])
        elif kind == "at":
            self.add("at", node[1])
        elif kind == "look":
            width = None
            if not node[1]:
                width, most = _width(node[3], self.parser)
                if width != most:
                    raise _error("look-behind requires fixed-width pattern")
            at = self.add("look", 0, 0, 0, 0)
            self.node(node[3])
            self.add("end")
            code[at] = ("look", node[1], node[2], width, len(code))
        elif kind == "atomic":
            at = self.add("atomic", 0)
            self.node(node[1])
            self.add("end")
            code[at] = ("atomic", len(code))
        elif kind == "if":
            at = self.add("if", 0, 0)
            self.node(node[2])
            if node[3] is None:
                code[at] = ("if", node[1], len(code))
            else:
                jump = self.add("jump", 0)
                code[at] = ("if", node[1], len(code))
                self.node(node[3])
                code[jump] = ("jump", len(code))
        else:
            self.repeat(*node[1:])

    def repeat(self, low, high, inner, how):
        code = self.code
        while inner[0] == "group" and inner[1] is None:
            inner = inner[2]
        if inner[0] in ("char", "any", "set"):
            self.add("run", _letter_test(inner, self.parser), low, high, how)
            return
        if how == "possessive":
            at = self.add("atomic", 0)
            self.repeat(low, high, inner, "greedy")
            self.add("end")
            code[at] = ("atomic", len(code))
            return
        lazy = how == "lazy"
        if low == 0 and high == 1:
            split = self.add("split", 0, 0)
            self.node(inner)
            after = len(code)
            code[split] = ("split", after, split + 1) if lazy else ("split", split + 1, after)
            return
        # loop: counts in a slot of its own; an iteration that takes nothing ends the loop
        counter = self.counters
        self.counters += 1
        self.add("zero", counter)
        at = self.add("loop", 0, 0, 0, 0, 0)
        self.node(inner)
        self.add("jump", at)
        code[at] = ("loop", counter, low, high, lazy, len(code))


class Program:
    """What compile() gives: instructions and how many slots the matcher needs."""

    def __init__(self, code, groups, counters, names, flags):
        self.code = code
        self.groups = groups
        self.counters = counters
        self.names = names
        self.flags = flags
        self.first = code[0] if code else None


def compile_pattern(source, flags):
    is_bytes = not isinstance(source, str)
    text = bytes(source).decode("latin-1") if is_bytes else source
    if is_bytes:
        if flags & FLAG_U:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
    else:
        if flags & FLAG_L:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & FLAG_A and flags & FLAG_U:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        if not flags & FLAG_A:
            flags |= FLAG_U
    # Flags at the very beginning hold for the whole, also (?x) for what follows.
    parser = _Parser(text, flags, is_bytes)
    parser.source = source
    tree = parser.alternatives(flags)
    if parser.flags & FLAG_X and not flags & FLAG_X or parser.flags != flags:
        begin = parser.flags
        parser = _Parser(text, begin, is_bytes)
        parser.source = source
        if begin & FLAG_A:
            begin &= ~FLAG_U
            parser.flags = begin
        tree = parser.alternatives(begin)
    if parser.at < len(text):
        parser.fail("unbalanced parenthesis", 0)
    for number, place in parser.wanted.items():
        if number >= parser.groups:
            raise _error(f"invalid group reference {number}", source, place)
    if parser.left is not None:
        items = _items(tree)
        parser.need(max(2 + _frames_of_width(items), 1 + _frames_of_compiler(items)))
    compiler = _Compiler(parser)
    compiler.node(tree)
    compiler.add("end")
    return Program(compiler.code, parser.groups, compiler.counters, parser.names, parser.flags)


def _place(kind, text, at, begin, end):
    if kind == "begin" or kind == "begin of text":
        return at == 0
    if kind == "line begin":
        return at == 0 or text[at - 1] == "\n"
    if kind == "end":
        return at == end or at == end - 1 and text[at] == "\n"
    if kind == "line end":
        return at == end or text[at] == "\n"
    if kind == "end of text":
        return at == end
    if end == 0:
        return False    # of an empty text CPython says neither
    word = _ASCII_WORD.__contains__ if kind.endswith("ascii") else _is_word
    before = at > 0 and word(text[at - 1])
    after = at < end and word(text[at])
    return (before != after) == kind.startswith("boundary")


def run(program, text, at, begin, end, slots, counters, pc=0, whole=False, behind=None, avoid=-1):
    """Matches at `at`: the end of the match or None; `slots` then has the groups. behind: where a look-behind must end;
    avoid: where the match must not end."""
    code = program.code
    stack = []
    while True:
        instruction = code[pc]
        op = instruction[0]
        if op == "one":
            if at < end and instruction[1](text[at]):
                at += 1
                pc += 1
                continue
        elif op == "text":
            piece = instruction[1]
            if text.startswith(piece, at, end):
                at += len(piece)
                pc += 1
                continue
        elif op == "save":
            stack.append((-1, instruction[1], slots[instruction[1]]))
            slots[instruction[1]] = at
            if instruction[1] & 1:
                stack.append((-1, -1, slots[-1]))
                slots[-1] = instruction[1] >> 1
            pc += 1
            continue
        elif op == "split":
            stack.append((instruction[2], at, None))
            pc = instruction[1]
            continue
        elif op == "jump":
            pc = instruction[1]
            continue
        elif op == "run":
            _, test, low, high, how = instruction
            stop = end if high == MAXREPEAT else min(end, at + high)
            reach = at
            if how == "lazy":
                least = at + low
                while reach < stop and reach < least and test(text[reach]):
                    reach += 1
                if reach >= least:
                    stack.append((-3, pc, (reach, stop)))
                    at = reach
                    pc += 1
                    continue
            else:
                while reach < stop and test(text[reach]):
                    reach += 1
                least = at + low
                if reach >= least:
                    if reach > least and how == "greedy":
                        stack.append((-2, pc, (reach - 1, least)))
                    at = reach
                    pc += 1
                    continue
        elif op == "at":
            if _place(instruction[1], text, at, begin, end):
                pc += 1
                continue
        elif op == "zero":
            stack.append((-4, instruction[1], counters[instruction[1]]))
            counters[instruction[1]] = (0, -1)
            pc += 1
            continue
        elif op == "loop":
            _, counter, low, high, lazy, after = instruction
            count, last = counters[counter]
            if count < low:
                stack.append((-4, counter, (count, last)))
                counters[counter] = (count + 1, at)
                pc += 1
                continue
            if count >= high or last == at and count > low:
                pc = after
                continue
            if lazy:
                stack.append((-5, pc, (at, count)))
                pc = after
            else:
                stack.append((-6, after, (at, counter, (count, last))))
                counters[counter] = (count + 1, at)
                pc += 1
            continue
        elif op == "ref":
            first, last = slots[instruction[1] * 2], slots[instruction[1] * 2 + 1]
            if first >= 0 and last >= 0:
                piece = text[first:last]
                if instruction[2]:
                    same = len(piece) <= end - at and all(
                        [a == b or _lower(a, program.flags & FLAG_A) == _lower(b, program.flags & FLAG_A)
                         for a, b in zip(piece, text[at:at + len(piece)])])
                else:
                    same = text.startswith(piece, at, end)
                if same:
                    at += len(piece)
                    pc += 1
                    continue
        elif op == "look":
            _, ahead, negated, width, after = instruction
            kept = slots[:]
            start = at if ahead else at - width
            found = start >= 0 and run(program, text, start, begin, end, slots, counters[:], pc + 1,
                                       False, None if ahead else at) is not None
            if negated:
                slots[:] = kept
            if found != negated:
                if not negated and kept != slots:
                    stack.append((-7, 0, kept))
                pc = after
                continue
            slots[:] = kept
        elif op == "atomic":
            kept = slots[:]
            reach = run(program, text, at, begin, end, slots, counters[:], pc + 1)
            if reach is not None:
                if kept != slots:
                    stack.append((-7, 0, kept))
                at = reach
                pc = instruction[1]
                continue
            slots[:] = kept
        elif op == "if":
            pc = pc + 1 if slots[instruction[1] * 2 + 1] >= 0 else instruction[2]
            continue
        else:    # end
            if (not whole or at == end) and (behind is None or at == behind) and at != avoid:
                return at
        # back to the last choice
        while stack:
            to, a, b = stack.pop()
            if to >= 0:
                pc, at = to, a
                break
            if to == -1:
                slots[a] = b
            elif to == -2:
                at, least = b
                if at > least:
                    stack.append((-2, a, (at - 1, least)))
                pc = a + 1
                break
            elif to == -3:
                at, stop = b
                if at < stop and code[a][1](text[at]):
                    at += 1
                    stack.append((-3, a, (at, stop)))
                    pc = a + 1
                    break
            elif to == -4:
                counters[a] = b
            elif to == -5:
                at, count = b
                counter = code[a][1]
                stack.append((-4, counter, counters[counter]))
                counters[counter] = (count + 1, at)
                pc = a + 1
                break
            elif to == -6:
                at, counter, state = b
                counters[counter] = state
                pc = a
                break
            else:
                slots[:] = b
        else:
            return None


def search(program, text, at, end, mode, avoid=-1):
    """The slots of the first match, or None. mode: "match", "fullmatch", "search"."""
    size = program.groups * 2 + 1
    first = program.first
    if at > end:
        return None
    while at <= end:
        if mode == "search":
            # Skip to where the first instruction can begin.
            if first[0] == "text":
                at = text.find(first[1], at, end)
                if at < 0:
                    return None
            elif first[0] == "one":
                test = first[1]
                while at < end and not test(text[at]):
                    at += 1
                if at == end:
                    return None
        slots = [-1] * size
        reach = run(program, text, at, 0, end, slots, [(0, -1)] * program.counters, 0, mode == "fullmatch",
                    None, avoid)
        if reach is not None:
            slots[0], slots[1] = at, reach
            return slots
        if mode != "search":
            return None
        at += 1
    return None


# --- patterns and matches

def _text_of(pattern, string):
    """The subject as a str: bytes stand for their latin-1 letters inside."""
    if isinstance(string, str):
        if pattern._bytes:
            raise TypeError("cannot use a bytes pattern on a string-like object")
        return string
    if isinstance(string, (bytes, bytearray, memoryview)):
        if not pattern._bytes:
            raise TypeError("cannot use a string pattern on a bytes-like object")
        return bytes(string).decode("latin-1")
    raise TypeError(f"expected string or bytes-like object, got '{type_name(string)}'")


_NAMES = ((FLAG_I, "re.IGNORECASE"), (FLAG_L, "re.LOCALE"), (FLAG_M, "re.MULTILINE"), (FLAG_S, "re.DOTALL"),
          (FLAG_X, "re.VERBOSE"), (FLAG_A, "re.ASCII"))


class _Scanner:
    __slots__ = ("pattern", "_string", "_at", "_end", "_avoid")

    def _next(self, mode):
        text = _text_of(self.pattern, self._string)
        begin = max(0, min(self._at, len(text)))
        end = len(text) if self._end is None else max(0, min(self._end, len(text)))
        slots = search(self.pattern._program, text, begin, end, mode, self._avoid)
        if slots is None:
            return None
        self._at = slots[1]
        self._avoid = slots[1] if slots[0] == slots[1] else -1
        return _made(self.pattern, self._string, slots, begin, end)

    def match(self):
        return self._next("match")

    def search(self):
        return self._next("search")


@c_class
class Pattern:
    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "groupindex", "_program", "_bytes", "_templates", "__weakref__")

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Pattern' instances")

    def _match(self, string, pos, endpos, mode):
        text = _text_of(self, string)
        size = len(text)
        pos = max(0, min(pos, size))
        end = size if endpos is None else max(0, min(endpos, size))
        slots = search(self._program, text, pos, end, mode)
        return None if slots is None else _made(self, string, slots, pos, end)

    def match(self, string, pos=0, endpos=None):
        return self._match(string, pos, endpos, "match")

    def fullmatch(self, string, pos=0, endpos=None):
        return self._match(string, pos, endpos, "fullmatch")

    def search(self, string, pos=0, endpos=None):
        return self._match(string, pos, endpos, "search")

    def scanner(self, string, pos=0, endpos=None):
        made = _Scanner()
        made.pattern, made._string, made._at, made._end, made._avoid = self, string, pos, endpos, -1
        return made

    def _all(self, string, pos=0, endpos=None):
        text = _text_of(self, string)
        size = len(text)
        at = pos = max(0, min(pos, size))
        end = size if endpos is None else max(0, min(endpos, size))
        avoid = -1
        while True:
            slots = search(self._program, text, at, end, "search", avoid)
            if slots is None:
                return
            yield slots
            at = slots[1]
            avoid = at if slots[0] == slots[1] else -1

    def finditer(self, string, pos=0, endpos=None):
        text = _text_of(self, string)
        end = len(text) if endpos is None else max(0, min(endpos, len(text)))
        begin = max(0, min(pos, len(text)))
        return _matches(self, string, begin, end)

    def findall(self, string, pos=0, endpos=None):
        found = []
        for slots in self._all(string, pos, endpos):
            if self.groups == 0:
                found.append(string[slots[0]:slots[1]])
            else:
                row = [string[slots[n * 2]:slots[n * 2 + 1]] if slots[n * 2 + 1] >= 0 else string[:0]
                       for n in range(1, self.groups + 1)]
                found.append(row[0] if self.groups == 1 else tuple(row))
        return found

    def split(self, string, maxsplit=0):
        maxsplit = _index(maxsplit)
        parts, last, count = [], 0, 0
        for slots in self._all(string):
            if maxsplit and count >= maxsplit:
                break
            count += 1
            parts.append(string[last:slots[0]])
            for n in range(1, self.groups + 1):
                parts.append(string[slots[n * 2]:slots[n * 2 + 1]] if slots[n * 2 + 1] >= 0 else None)
            last = slots[1]
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        count = _index(count)
        if callable(repl):
            fill = repl
        else:
            template = self._template(repl)
            fill = None
        parts, last, done = [], 0, 0
        size = len(_text_of(self, string))
        for slots in self._all(string):
            if count and done >= count:
                break
            done += 1
            if last < slots[0]:
                parts.append(string[last:slots[0]])
            if fill is not None:
                piece = fill(_made(self, string, slots, 0, size))
                if piece is not None:
                    parts.append(piece)
            else:
                for piece in template:
                    if isinstance(piece, int):
                        if slots[piece * 2 + 1] >= 0:
                            parts.append(string[slots[piece * 2]:slots[piece * 2 + 1]])
                    else:
                        parts.append(piece)
            last = slots[1]
        if last < len(string):
            parts.append(string[last:])
        return string[:0].join(parts), done

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def _template(self, repl):
        if isinstance(repl, (bytearray, memoryview)):
            repl = bytes(repl)
        try:
            return self._templates[repl]
        except KeyError:
            pass
        try:
            made = _parse_template(self, repl)
        except (_error, IndexError) as error:
            wrong = error.with_traceback(None)
        else:
            self._templates[repl] = made
            return made
        _refuse(wrong)    # a frame of re, whose Python code CPython has this part in

    def __repr__(self):
        shown = repr(self.pattern)
        if len(shown) > 200:
            shown = shown[:200]
        flags = self.flags
        if not self._bytes and flags & FLAG_U and not flags & (FLAG_L | FLAG_A):
            flags &= ~FLAG_U
        names = []
        for bit, name in _NAMES:
            if flags & bit:
                names.append(name)
                flags &= ~bit
        if flags:
            names.append(hex(flags))
        return f"re.compile({shown}{', ' if names else ''}{'|'.join(names)})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags and self._bytes == other._bytes

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _callable_iterator:
    pass


def _matches(pattern, string, begin, end):
    for slots in pattern._all(string, begin, end):
        yield _made(pattern, string, slots, begin, end)


def compile(source, flags):
    program = compile_pattern(source, flags)
    made = object.__new__(Pattern)
    made.pattern = source
    made.flags = program.flags
    made.groups = program.groups - 1
    made.groupindex = _frozen(program.names) if program.names else {}
    made._program = program
    made._bytes = not isinstance(source, str)
    made._templates = {}
    return made


_frozen = type(type.__dict__)


def _made(pattern, string, slots, pos, endpos):
    match = object.__new__(Match)
    match.re = pattern
    match.string = string
    match._slots = slots
    match.pos = pos
    match.endpos = endpos
    return match


@c_class
class Match:
    __module__ = "re"
    __slots__ = ("re", "string", "pos", "endpos", "_slots")

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Match' instances")

    def _number(self, group):
        if isinstance(group, int):
            if 0 <= group <= self.re.groups:
                return group
        elif hasattr(type(group), "__index__"):
            return self._number(group.__index__())
        elif group in self.re.groupindex:
            return self.re.groupindex[group]
        raise IndexError("no such group")

    def _piece(self, number, default=None):
        first, last = self._slots[number * 2], self._slots[number * 2 + 1]
        return default if last < 0 else self.string[first:last]

    def group(self, *groups):
        if not groups:
            return self._piece(0)
        if len(groups) == 1:
            return self._piece(self._number(groups[0]))
        return tuple([self._piece(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._piece(self._number(group))

    def groups(self, default=None):
        return tuple([self._piece(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._piece(number, default) for name, number in self.re.groupindex.items()}

    def span(self, group=0, /):
        number = self._number(group)
        if self._slots[number * 2 + 1] < 0:
            return (-1, -1)
        return self._slots[number * 2], self._slots[number * 2 + 1]

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    @property
    def lastindex(self):
        last = self._slots[-1]
        return None if last < 0 else last

    @property
    def lastgroup(self):
        last = self._slots[-1]
        for name, number in self.re.groupindex.items():
            if number == last:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(number) for number in range(self.re.groups + 1)])

    def expand(self, template):
        parts = []
        for piece in self.re._template(template):
            if isinstance(piece, int):
                piece = self._piece(piece)
                if piece is None:
                    continue
            parts.append(piece)
        return self.string[:0].join(parts)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={repr(self._piece(0))[:50]}>"

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _parse_template(pattern, source):
    """A replacement as pieces of text and numbers of groups."""
    is_bytes = not isinstance(source, str)
    text = bytes(source).decode("latin-1") if is_bytes else source
    parts, literal, at, size = [], [], 0, len(text)

    def fail(message, place):
        raise _error(message, source, place)

    def add_group(number, place):
        if number > pattern.groups:
            fail(f"invalid group reference {number}", place)
        if literal:
            parts.append("".join(literal))
            literal.clear()
        parts.append(number)

    while at < size:
        slash = text.find("\\", at)
        if slash < 0:
            literal.append(text[at:])
            break
        literal.append(text[at:slash])
        if slash + 1 >= size:
            fail("bad escape (end of pattern)", slash)
        letter = text[slash + 1]
        at = slash + 2
        if letter == "g":
            if not text.startswith("<", at):
                fail("missing <", at)
            end = text.find(">", at + 1)
            if end < 0:
                if at + 1 >= size:
                    fail("missing group name", at + 1)
                fail("missing >, unterminated name", at + 1)
            name = text[at + 1:end]
            if not name:
                fail("missing group name", at + 1)
            if name.isdigit() and name.isascii():
                number = int(name)
            elif not name.isidentifier():
                fail(f"bad character in group name {name!r}", at + 1)
            elif name in pattern.groupindex:
                number = pattern.groupindex[name]
            else:
                raise IndexError(f"unknown group name {name!r}") from None
            add_group(number, at + 1)
            at = end + 1
        elif letter == "0":
            digits = ""
            while len(digits) < 2 and text[at:at + 1] in _OCTAL and at < size:
                digits += text[at]
                at += 1
            literal.append(chr(int("0" + digits, 8)))
        elif letter in _DIGITS:
            digits = letter
            if at < size and text[at] in _DIGITS:
                digits += text[at]
                at += 1
                if letter in _OCTAL and digits[1] in _OCTAL and at < size and text[at] in _OCTAL:
                    digits += text[at]
                    at += 1
                    if int(digits, 8) > 0o377:
                        fail(f"octal escape value \\{digits} outside of range 0-0o377", slash)
                    literal.append(chr(int(digits, 8)))
                    continue
            add_group(int(digits), slash + 1)
        elif letter in _SIMPLE:
            literal.append(_SIMPLE[letter])
        elif letter in _LETTERS:
            fail(f"bad escape \\{letter}", slash)
        else:
            literal.append("\\" + letter)
    if literal:
        parts.append("".join(literal))
    if is_bytes:
        parts = [part if isinstance(part, int) else part.encode("latin-1") for part in parts]
    return parts
