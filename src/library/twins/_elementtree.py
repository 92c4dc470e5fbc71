"""CPython's Modules/_elementtree.c: elements, what builds a tree of them, and the parser, which is expat in CPython."""
from _simul import c_class, type_name

def _wants_element(function, given):
    if not isinstance(given, Element):
        raise TypeError(f"{function} must be xml.etree.ElementTree.Element, not {type_name(given)}")


def _path():
    from xml.etree import ElementPath
    return ElementPath


def _plain(path):
    """A path that is only a tag's name."""
    return isinstance(path, str) and not any([letter in path for letter in "/*[@.{"]) and path != "" and ":" not in path


class Element:
    __module__ = "xml.etree.ElementTree"
    __slots__ = ("tag", "attrib", "text", "tail", "_children", "__weakref__")

    def __init__(self, *args, **extra):
        if not 0 < len(args) < 3:
            most = "most 2 arguments" if args else "least 1 argument"
            raise TypeError(f"Element() takes at {most} ({len(args)} given)")
        tag, attrib = args if len(args) == 2 else (args[0], {})
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {type_name(attrib)}")
        self.tag, self.text, self.tail = tag, None, None
        self.attrib = {**attrib, **extra}
        self._children = []

    def __repr__(self):
        return f"<Element {self.tag!r} at {id(self):#x}>"

    def __copy__(self):
        made = Element(self.tag, self.attrib)
        made.text, made.tail, made._children = self.text, self.tail, self._children[:]
        return made

    def __deepcopy__(self, memo, /):
        from copy import deepcopy
        made = Element(deepcopy(self.tag, memo), deepcopy(self.attrib, memo))
        made.text, made.tail = deepcopy(self.text, memo), deepcopy(self.tail, memo)
        made._children = [deepcopy(each, memo) for each in self._children]
        memo[id(self)] = made
        return made

    def __getstate__(self):
        return {"tag": self.tag, "_children": self._children[:], "attrib": self.attrib, "text": self.text, "tail": self.tail}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)

    def __reduce_ex__(self, protocol):
        import copyreg
        return copyreg.__newobj__, (type(self), self.tag), self.__getstate__()

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn("Testing an element's truth value will always return True in future versions.  "
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=1)
        return len(self._children) > 0

    def __getitem__(self, index, /):
        if isinstance(index, slice):
            return self._children[index]
        if not hasattr(type(index), "__index__"):
            raise TypeError("element indices must be integers")
        try:
            return self._children[index]
        except IndexError:
            pass
        raise IndexError("child index out of range")

    def __setitem__(self, index, value, /):
        if isinstance(index, slice):
            value = list(value)
            for each in value:
                if not isinstance(each, Element):
                    raise TypeError(f'expected an Element, not "{type_name(each)}"')
            self._children[index] = value
            return
        if not hasattr(type(index), "__index__"):
            raise TypeError("element indices must be integers")
        if not -len(self._children) <= index < len(self._children):
            raise IndexError("child assignment index out of range")
        if not isinstance(value, Element):
            raise TypeError(f'expected an Element, not "{type_name(value)}"')
        self._children[index] = value

    def __delitem__(self, index, /):
        if not isinstance(index, slice) and hasattr(type(index), "__index__") and not (
                -len(self._children) <= index < len(self._children)):
            raise IndexError("child assignment index out of range")
        del self._children[index]

    def append(self, subelement, /):
        _wants_element("append() argument 1", subelement)
        self._children.append(subelement)

    def extend(self, elements, /):
        for each in list(elements):
            if not isinstance(each, Element):
                raise TypeError(f'expected an Element, not "{type_name(each)}"')
            self._children.append(each)

    def insert(self, index, subelement, /):
        _wants_element("insert() argument 2", subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        _wants_element("remove() argument", subelement)
        for at, each in enumerate(self._children):
            if each is subelement or each == subelement:
                del self._children[at]
                return
        raise ValueError("list.remove(x): x not in list")

    def clear(self):
        self.attrib, self.text, self.tail, self._children = {}, None, None, []

    def find(self, path, namespaces=None):
        if not _plain(path) or namespaces is not None:
            return _path().find(self, path, namespaces)
        for each in self._children:
            if each.tag == path:
                return each
        return None

    def findtext(self, path, default=None, namespaces=None):
        if not _plain(path) or namespaces is not None:
            return _path().findtext(self, path, default, namespaces)
        for each in self._children:
            if each.tag == path:
                return "" if each.text is None else each.text
        return default

    def findall(self, path, namespaces=None):
        if not _plain(path) or namespaces is not None:
            return _path().findall(self, path, namespaces)
        return [each for each in self._children if each.tag == path]

    def iterfind(self, path, namespaces=None):
        return _path().iterfind(self, path, namespaces)

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        return _element_iterator(self, None if tag == "*" else tag)

    def itertext(self):
        return _text_iterator(self)

    def makeelement(self, tag, attrib, /):
        if not isinstance(attrib, dict):
            raise TypeError(f"makeelement() argument 2 must be dict, not {type_name(attrib)}")
        return Element(tag, attrib)


c_class(Element)


class _element_iterator:
    __module__ = "_elementtree"
    __slots__ = ("_open", "_tag")

    def __init__(self, root, tag):
        self._open, self._tag = [iter([root])], tag

    def __iter__(self):
        return self

    def __next__(self):
        while self._open:
            for each in self._open[-1]:
                self._open.append(iter(each._children))
                if self._tag is None or each.tag == self._tag:
                    return each
                break
            else:
                self._open.pop()
        raise StopIteration


class _text_iterator:
    __module__ = "_elementtree"
    __slots__ = ("_open", "_ready")

    def __init__(self, root):
        self._open, self._ready = [(iter([root]), None)], []

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            if self._ready:
                text = self._ready.pop()
                if text:
                    return text
                continue
            if not self._open:
                raise StopIteration
            rest, tail = self._open[-1]
            for each in rest:
                self._open.append((iter(each._children), each.tail if len(self._open) > 1 else None))
                self._ready.append(each.text)
                break
            else:
                self._open.pop()
                self._ready.append(tail)


_text_iterator.__name__ = _text_iterator.__qualname__ = "_element_iterator"


def SubElement(parent, tag, attrib={}, /, **extra):
    _wants_element("SubElement() argument 1", parent)
    if not isinstance(attrib, dict):
        raise TypeError(f"SubElement() argument 3 must be dict, not {type_name(attrib)}")
    made = Element(tag, attrib, **extra)
    parent._children.append(made)
    return made


_comment_factory = _pi_factory = None


def _set_factories(comment, pi, /):
    global _comment_factory, _pi_factory
    before = _comment_factory, _pi_factory
    _comment_factory, _pi_factory = comment, pi
    return before


class TreeBuilder:
    __module__ = "xml.etree.ElementTree"

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._make = element_factory
        self._make_comment = comment_factory or _comment_factory
        self._make_pi = pi_factory or _pi_factory
        self.insert_comments, self.insert_pis = insert_comments, insert_pis
        self._text, self._open, self._last, self._root, self._behind = [], [], None, None, False

    def _flush(self):
        if self._text:
            if self._last is not None:
                text = "".join(self._text)
                if self._behind:
                    self._last.tail = (self._last.tail or "") + text
                else:
                    self._last.text = (self._last.text or "") + text
            self._text = []

    def close(self):
        self._flush()
        return self._root

    def data(self, data, /):
        self._text.append(data)

    def _add(self, made):
        if self._open:
            self._open[-1].append(made)
        elif self._root is None:
            self._root = made

    def start(self, tag, attrs, /):
        if not isinstance(attrs, dict):
            raise TypeError(f"start() argument 2 must be dict, not {type_name(attrs)}")
        self._flush()
        made = Element(tag, attrs) if self._make is None or self._make is Element else self._make(tag, attrs)
        self._add(made)
        self._open.append(made)
        self._last, self._behind = made, False
        return made

    def end(self, tag, /):
        self._flush()
        if not self._open:
            raise IndexError("pop from empty stack")
        self._last, self._behind = self._open.pop(), True
        return self._last

    def _single(self, made, insert):
        if insert:
            self._flush()
            if self._open:
                self._open[-1].append(made)
            self._last, self._behind = made, True
        return made

    def comment(self, text, /):
        return self._single(self._make_comment(text), self.insert_comments)

    def pi(self, target, text=None, /):
        return self._single(self._make_pi(target, text), self.insert_pis)


c_class(TreeBuilder)

_KNOWN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_BLANK = " \t\r\n"
_XML = "http://www.w3.org/XML/1998/namespace"
_SYNTAX, _NO_ELEMENT, _INVALID, _UNCLOSED, _PARTIAL, _MISMATCH, _DUPLICATE, _JUNK = 2, 3, 4, 5, 6, 7, 8, 9
_ENTITY, _NUMBER, _DECLARATION, _CDATA, _PREFIX = 11, 14, 17, 20, 27
_WORDS = {_SYNTAX: "syntax error", _NO_ELEMENT: "no element found", _INVALID: "not well-formed (invalid token)",
          _UNCLOSED: "unclosed token", _MISMATCH: "mismatched tag", _DUPLICATE: "duplicate attribute",
          _JUNK: "junk after document element", _ENTITY: "undefined entity", _NUMBER: "reference to invalid character number",
          _DECLARATION: "XML or text declaration not at start of entity", _CDATA: "unclosed CDATA section",
          _PREFIX: "unbound prefix"}


class _More(Exception):
    """The text ends inside of a token."""


def _begins_name(letter):
    return letter.isalpha() or letter == "_"


def _goes_on(letter):
    return ("a" + letter).isidentifier() or letter in ":-.\xb7" and letter != ""


def _is_letter(code):
    return code in (9, 10, 13) or 32 <= code < 0xd800 or 0xe000 <= code < 0xfffe or 0x10000 <= code < 0x110000


class XMLParser:
    __module__ = "xml.etree.ElementTree"

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = "Expat 2.8.3"
        self._encoding = encoding
        self._own = type(self.target) is TreeBuilder
        self._handlers = {name: getattr(self.target, name, None) for name in
                          ("start", "end", "data", "comment", "pi", "start_ns", "end_ns", "doctype", "close")}
        self._bytes, self._text, self._at = b"", "", 0
        self._tags, self._spaces, self._entities = [], [{"xml": _XML}], {}
        self._root_seen = self._failed = False
        self._events, self._wanted = None, ()

    def _setevents(self, queue, wanted=None, /):
        if not isinstance(self.target, TreeBuilder):
            raise TypeError("event handling only supported for ElementTree.TreeBuilder targets")
        wanted = ("end",) if wanted is None else tuple(wanted)
        for each in wanted:
            if each not in ("start", "end", "start-ns", "end-ns", "comment", "pi"):
                raise ValueError(f"unknown event '{each}'")
        self._events, self._wanted = queue, wanted

    def _tell(self, event, value):
        if event in self._wanted:
            self._events.append((event, value))

    def feed(self, data, /):
        if isinstance(data, str):
            self._text += data
        else:
            if not isinstance(data, (bytes, bytearray, memoryview)):
                raise TypeError(f"a bytes-like object is required, not '{type_name(data)}'")
            self._bytes += bytes(data)
            self._decode()
        self._go(False)

    def flush(self):
        pass

    def close(self):
        self._go(True)
        return self._handlers["close"]() if self._handlers["close"] is not None else None

    def _parse_whole(self, source, /):
        while True:
            data = source.read(65536)
            if not data:
                break
            self.feed(data)
        return self.close()

    def _decode(self):
        """The bytes as text, in the encoding that the declaration, or a mark, names."""
        data = self._bytes
        encoding = self._encoding
        if encoding is None:
            encoding = "utf-8"
            if data.startswith((b"\xff\xfe", b"\xfe\xff")):
                encoding = "utf-16"
            elif data.startswith(b"\xef\xbb\xbf"):
                encoding = "utf-8-sig"
            elif data.startswith(b"<?xml"):
                end = data.find(b"?>")
                at = data.find(b"encoding", 0, end)
                if at >= 0:
                    rest = data[at + 8:end].decode("latin-1").strip().lstrip("=").strip()
                    if rest[:1] in ("'", '"') and rest.find(rest[0], 1) > 0:
                        encoding = rest[1:rest.find(rest[0], 1)]
        try:
            self._text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.end < len(data) or error.reason != "unexpected end of data":
                self._text = data[:error.start].decode(encoding)
                self._bad = len(self._text)
            else:
                self._text = data[:error.start].decode(encoding)
        except LookupError:
            self._raise(18, 0, "unknown encoding", 30)

    _bad = None

    def _raise(self, code, at, words=None, column=None):
        text = self._text[:at].replace("\r\n", "\n").replace("\r", "\n")
        line = text.count("\n") + 1
        if column is None:
            column = len(text) - text.rfind("\n") - 1
        self._failed = True
        from xml.etree.ElementTree import ParseError
        error = ParseError(f"{words or _WORDS[code]}: line {line}, column {column}")
        error.code, error.position = code, (line, column)
        raise error

    def _go(self, final):
        if self._failed:
            self._raise(3 if final else 36, self._at, "parsing finished" if not final else None)
        try:
            while self._at < len(self._text):
                self._token(final)
        except _More:
            if final:
                if self._text.startswith("<![CDATA[", self._at):
                    self._raise(_CDATA, len(self._text))
                self._raise(_UNCLOSED, self._at)
            return
        if self._bad is not None:
            self._raise(_INVALID, self._bad)
        if final and (self._tags or not self._root_seen):
            self._raise(_NO_ELEMENT, len(self._text))

    def _token(self, final):
        text, at = self._text, self._at
        if not self._tags:
            if text[at] in _BLANK or text[at] == "\ufeff" and at == 0:
                self._at += 1
                return
            if text[at] != "<":
                if text[at] in "'\"" and text.find(text[at], at + 1) < 0:
                    raise _More
                self._raise(_INVALID if text[at] in "&=?!;/*+-$@^~`{}\\" else _JUNK if self._root_seen else _SYNTAX, at)
        if text[at] == "<":
            self._markup(text, at)
        elif text[at] == "&":
            self._reference(text, at)
        else:
            self._data(text, at, final)

    def _data(self, text, at, final):
        if text[at] in "\r\n":
            if text[at] == "\r" and at + 1 == len(text) and not final:
                raise _More
            self._at += 2 if text.startswith("\r\n", at) else 1
            self._say(("\n",))
            return
        end = at
        while end < len(text) and text[end] not in "<&\r\n":
            if text[end] == "]" and text.startswith("]]>", end):
                self._raise(_INVALID, end + 2)
            if not _is_letter(ord(text[end])):
                if end == at:
                    self._raise(_INVALID, at)
                break
            end += 1
        self._at = end
        self._say((text[at:end],))

    def _say(self, pieces):
        if self._handlers["data"] is not None:
            for each in pieces:
                self._handlers["data"](each)

    def _number(self, text, begin, end):
        digits = text[begin + 2:end]
        try:
            code = int(digits[1:], 16) if digits[:1] == "x" else int(digits)
        except ValueError:
            code = -1
        if not _is_letter(code):
            self._raise(_NUMBER, begin)
        return chr(code)

    def _entity_end(self, text, at):
        """Where the reference that begins at `at` ends."""
        end = at + 1
        if text.startswith("#", end):
            end += 1
            digits = "0123456789"
            if text.startswith("x", end):
                end += 1
                digits += "abcdefABCDEF"
            first = end
            while end < len(text) and text[end] in digits:
                end += 1
            if end < len(text) and (text[end] != ";" or end == first):
                self._raise(_INVALID, end)
        else:
            if end < len(text) and not _begins_name(text[end]):
                self._raise(_INVALID, end)
            while end < len(text) and _goes_on(text[end]):
                end += 1
            if end < len(text) and text[end] != ";":
                self._raise(_INVALID, end)
        if end >= len(text):
            raise _More
        return end

    def _reference(self, text, at):
        end = self._entity_end(text, at)
        name = text[at + 1:end]
        self._at = end + 1
        if name[0] == "#":
            self._say((self._number(text, at, end),))
        elif name in _KNOWN:
            self._say((_KNOWN[name],))
        elif name in self._entities:
            self._say((self._entities[name],))
        elif name in self.entity:
            self._say((self.entity[name],))
        else:
            self._undefined(name, at)

    def _undefined(self, name, at):
        self._raise(_ENTITY, at, f"undefined entity &{name};" if self._has_doctype else None)

    _has_doctype = False

    def _markup(self, text, at):
        following = text[at + 1:at + 2]
        if following == "":
            raise _More
        if following == "/":
            self._end_tag(text, at)
        elif following == "?":
            self._instruction(text, at)
        elif following == "!":
            self._declaration(text, at)
        elif not _begins_name(following):
            self._raise(_INVALID, at + 1)
        elif self._root_seen and not self._tags:
            self._raise(_JUNK, at)
        else:
            self._start_tag(text, at)

    def _name_end(self, text, at):
        while at < len(text) and _goes_on(text[at]):
            at += 1
        if at >= len(text):
            raise _More
        return at

    def _skip(self, text, at):
        while at < len(text) and text[at] in _BLANK:
            at += 1
        if at >= len(text):
            raise _More
        return at

    def _instruction(self, text, at):
        end = text.find("?>", at + 2)
        name_end = at + 2
        while name_end < len(text) and _goes_on(text[name_end]):
            name_end += 1
        if name_end < len(text) and text[name_end] not in _BLANK + "?":
            self._raise(_INVALID, name_end)
        if at + 2 < len(text) and not _begins_name(text[at + 2]):
            self._raise(_INVALID, at + 2)
        if end < 0:
            raise _More
        name_end = self._name_end(text, at + 2)
        target = text[at + 2:name_end]
        if target.lower() == "xml":
            if at != 0 or target != "xml":
                self._raise(_DECLARATION if target == "xml" else _INVALID, at if target == "xml" else at + 2)
            self._xml_declaration(text, name_end, end)
            self._at = end + 2
            return
        if name_end != end and text[name_end] not in _BLANK:
            self._raise(_INVALID, name_end)
        data = text[name_end:end].lstrip(_BLANK).replace("\r\n", "\n")
        self._at = end + 2
        if self._handlers["pi"] is not None:
            made = self._handlers["pi"](target, data) if not self._own or self.target.insert_pis or "pi" in self._wanted else None
            self._tell("pi", made)

    def _xml_declaration(self, text, at, end):
        expected = ["version", "encoding", "standalone"]
        while True:
            blank = at
            while at < end and text[at] in _BLANK:
                at += 1
            if at == end and len(expected) < 3:
                return
            first = at
            while at < end and text[at].isalpha():
                at += 1
            name = text[first:at]
            while expected and expected[0] != name and len(expected) < 3:
                del expected[0]
            if first == blank or not expected or expected.pop(0) != name:
                self._raise(30, first, "XML declaration not well-formed")
            while at < end and text[at] in _BLANK:
                at += 1
            if at == end or text[at] != "=":
                self._raise(30, at, "XML declaration not well-formed")
            at += 1
            while at < end and text[at] in _BLANK:
                at += 1
            if at == end or text[at] not in "'\"":
                self._raise(30, at, "XML declaration not well-formed")
            quote, first = text[at], at + 1
            at += 1
            while at < end and text[at] != quote:
                if not text[at].isascii() or not (text[at].isalnum() or text[at] in "._-"):
                    self._raise(30, at, "XML declaration not well-formed")
                at += 1
            if at == end:
                self._raise(30, at, "XML declaration not well-formed")
            value = text[first:at]
            if name == "version" and not (value[:2] == "1." and value[2:].isdecimal()):
                self._raise(30, first, "XML declaration not well-formed")
            if name == "standalone" and value not in ("yes", "no") or name == "encoding" and not value[:1].isalpha():
                self._raise(30, first, "XML declaration not well-formed")
            at += 1

    def _declaration(self, text, at):
        if text.startswith("<!--", at):
            end = text.find("--", at + 4)
            if end < 0 or end + 2 >= len(text):
                raise _More
            if text[end + 2] != ">":
                self._raise(_INVALID, end + 2)
            self._at = end + 3
            if self._handlers["comment"] is not None:
                made = None
                if not self._own or self.target.insert_comments or "comment" in self._wanted:
                    made = self._handlers["comment"](text[at + 4:end].replace("\r\n", "\n"))
                self._tell("comment", made)
        elif text.startswith("<![CDATA[", at) and self._tags:
            end = text.find("]]>", at)
            if end < 0:
                raise _More
            self._at = end + 3
            lines = text[at + 9:end].replace("\r\n", "\n").replace("\r", "\n").split("\n")
            for number, line in enumerate(lines):
                if number:
                    self._say(("\n",))
                if line:
                    self._say((line,))
        elif text.startswith("<!DOCTYPE", at) and not self._root_seen:
            self._doctype(text, at)
        elif any([word.startswith(text[at:]) for word in ("<!--", "<![CDATA[", "<!DOCTYPE")]):
            raise _More
        elif self._tags or text[at + 2:at + 3] in ("-", "["):
            self._raise(_INVALID, at + 2 + (text[at + 2] == "-") if text[at + 2] != "[" else at + 2)
        else:
            end = at + 2
            while end < len(text) and text[end].isalpha():
                end += 1
            if end == len(text):
                raise _More
            self._raise(_SYNTAX if end > at + 2 and text[end] in _BLANK else _INVALID,
                        at if end > at + 2 and text[end] in _BLANK else end)

    def _doctype(self, text, at):
        end, depth, quote = at, 0, ""
        while True:
            end += 1
            if end >= len(text):
                raise _More
            letter = text[end]
            if quote:
                if letter == quote:
                    quote = ""
            elif letter in "'\"":
                quote = letter
            elif letter == "[":
                depth += 1
            elif letter == "]":
                depth -= 1
            elif letter == ">" and depth == 0:
                break
        import re
        inside = text[at + 9:end]
        known = r"<!ENTITY\s+[\w.-]+\s+('[^'<%]*'|\"[^\"<%]*\")\s*>|<!ELEMENT\s[^<>'\"%]*>|<!--.*?-->|\s"
        if not re.fullmatch(r"\s+[\w:.-]+(\s+(PUBLIC\s+('[^']*'|\"[^\"]*\")|SYSTEM)\s+('[^']*'|\"[^\"]*\"))?\s*"
                            rf"(\[({known})*\]\s*)?", inside, re.S):
            raise NotImplementedError('Simul\'s XML parser reads of a DOCTYPE its name, <!ENTITY name "text">, <!ELEMENT> and comments, '
                                      f"not {text[at:end + 1]!r}")
        for name, _, value in re.findall(r"<!ENTITY\s+([\w:.-]+)\s+(['\"])(.*?)\2\s*>", inside, re.S):
            value = re.sub(r"&#(x?[0-9a-fA-F]+);", lambda m: chr(int("0" + m[1], 16) if m[1][0] == "x" else int(m[1])), value)
            self._entities.setdefault(name, re.sub(r"&(\w+);", lambda m: _KNOWN.get(m[1]) or self._entities.get(m[1], m[0]), value))
        found = re.match(r"\s+([\w:.-]+)(?:\s+(?:PUBLIC\s+(['\"])(.*?)\2|SYSTEM)\s+(['\"])(.*?)\4)?", inside, re.S)
        self._at = end + 1
        if found is not None:
            self._has_doctype = self._has_doctype or found[4] is not None
            if self._handlers["doctype"] is not None:
                self._handlers["doctype"](found[1], found[3], found[5])

    def _end_tag(self, text, at):
        if at + 2 < len(text) and not _begins_name(text[at + 2]):
            self._raise(_INVALID, at + 2)
        name_end = self._name_end(text, at + 2)
        end = self._skip(text, name_end)
        if text[end] != ">":
            self._raise(_INVALID, end)
        if not self._tags:
            self._raise(_INVALID, at + 1)
        raw = text[at + 2:name_end]
        if raw != self._tags[-1][0]:
            self._raise(_MISMATCH, at + 2)
        self._at = end + 1
        self._close_tag()

    def _close_tag(self):
        _, name, prefixes = self._tags.pop()
        made = self._handlers["end"](name) if self._handlers["end"] is not None else None
        self._tell("end", made)
        self._spaces.pop()
        for prefix in reversed(prefixes):
            made = self._handlers["end_ns"](prefix) if self._handlers["end_ns"] is not None else None
            self._tell("end-ns", made)

    def _value(self, text, at, end, begin):
        """An attribute's value between its quotes."""
        parts = []
        while at < end:
            letter = text[at]
            if letter == "<":
                self._raise(_INVALID, at)
            if letter == "&":
                stop = self._entity_end(text, at)
                name = text[at + 1:stop]
                if name[0] == "#":
                    parts.append(self._number(text, at, stop))
                elif name in _KNOWN:
                    parts.append(_KNOWN[name])
                elif name in self._entities:
                    parts.append(self._entities[name])
                else:
                    self._raise(_ENTITY, begin)
                at = stop + 1
                continue
            if not _is_letter(ord(letter)):
                self._raise(_INVALID, at)
            parts.append(" " if letter in _BLANK else letter)
            at += 2 if text.startswith("\r\n", at) else 1
        return "".join(parts)

    def _one_colon(self, name, at):
        prefix, colon, local = name.partition(":")
        if not colon:
            return
        at += len(prefix) + 1
        if not local or not _begins_name(local[0]):
            self._raise(_INVALID, at)
        if ":" in local:
            self._raise(_INVALID, at + local.index(":"))

    def _start_tag(self, text, begin):
        at = self._name_end(text, begin + 1)
        raw = text[begin + 1:at]
        self._one_colon(raw, begin + 1)
        given, places = [], {}
        while True:
            blank = text[at] in _BLANK
            at = self._skip(text, at)
            if text[at] == ">":
                empty = False
                break
            if text[at] == "/":
                if at + 1 >= len(text):
                    raise _More
                if text[at + 1] != ">":
                    self._raise(_INVALID, at + 1)
                at += 1
                empty = True
                break
            if not blank or not _begins_name(text[at]):
                self._raise(_INVALID, at)
            first = at
            at = self._name_end(text, at)
            name = text[first:at]
            self._one_colon(name, first)
            at = self._skip(text, at)
            if text[at] != "=":
                self._raise(_INVALID, at)
            at = self._skip(text, at + 1)
            quote = text[at]
            if quote not in "'\"":
                self._raise(_INVALID, at)
            end = text.find(quote, at + 1)
            wrong = text.find("<", at + 1, end if end >= 0 else len(text))
            if wrong >= 0 or end < 0:
                self._value(text, at + 1, wrong if wrong >= 0 else len(text), begin)
            if wrong >= 0:
                self._raise(_INVALID, wrong)
            if end < 0:
                raise _More
            value = self._value(text, at + 1, end, begin)
            if name in places:
                self._raise(_DUPLICATE, first)
            places[name] = first
            given.append((name, value))
            at = end + 1
            if at >= len(text):
                raise _More
        self._at = at + 1
        spaces, prefixes = self._spaces[-1], []
        for name, value in given:
            if name == "xmlns" or name.startswith("xmlns:"):
                prefix = name[6:]
                if prefix and not value:
                    self._raise(28, begin, "must not undeclare prefix")
                spaces = {**spaces, prefix: value}
                prefixes.append(prefix)
                made = (prefix, value)
                if self._handlers["start_ns"] is not None:
                    made = self._handlers["start_ns"](prefix, value)
                self._tell("start-ns", made)
        self._root_seen = True

        def named(name, default, place):
            prefix, colon, local = name.partition(":")
            if not colon:
                uri = spaces.get("") if default else None
                return f"{{{uri}}}{name}" if uri else name
            if prefix not in spaces:
                self._raise(_PREFIX, place)
            return f"{{{spaces[prefix]}}}{local}"

        attributes = {}
        for name, value in given:
            if name != "xmlns" and not name.startswith("xmlns:"):
                full = named(name, False, begin)
                if full in attributes:
                    self._raise(_DUPLICATE, begin)
                attributes[full] = value
        tag = named(raw, True, begin)
        self._spaces.append(spaces)
        self._tags.append((raw, tag, prefixes))
        made = self._handlers["start"](tag, attributes) if self._handlers["start"] is not None else None
        self._tell("start", made)
        if empty:
            self._close_tag()


c_class(XMLParser)
