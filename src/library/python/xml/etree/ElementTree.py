"""Trees of XML elements. Mirrors CPython's Lib/xml/etree/ElementTree.py; elements, TreeBuilder and XMLParser are in _elementtree."""
import collections.abc
import contextlib
import io
import re
import sys
import warnings
import weakref
from collections import deque

from . import ElementPath
from _elementtree import Element, SubElement, TreeBuilder, XMLParser, _set_factories

__all__ = ("Comment dump Element ElementTree fromstring fromstringlist indent iselement iterparse parse ParseError PI "
           "ProcessingInstruction QName SubElement tostring tostringlist TreeBuilder VERSION XML XMLID XMLParser XMLPullParser "
           "register_namespace").split()

VERSION = "1.3.0"


class ParseError(SyntaxError):
    pass


def iselement(element):
    return hasattr(element, "tag")


def Comment(text=None):
    made = Element(Comment)
    made.text = text
    return made


def ProcessingInstruction(target, text=None):
    made = Element(ProcessingInstruction)
    made.text = f"{target} {text}" if text else target
    return made


PI = ProcessingInstruction
_set_factories(Comment, ProcessingInstruction)


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = text_or_uri if not tag else f"{{{text_or_uri}}}{tag}"

    def __eq__(self, other):
        return self.text == _bare(other)

    def __gt__(self, other):
        return self.text > _bare(other)

    def __lt__(self, other):
        return self.text < _bare(other)

    def __ge__(self, other):
        return self.text >= _bare(other)

    def __le__(self, other):
        return self.text <= _bare(other)

    def __hash__(self):
        return hash(self.text)

    def __repr__(self):
        return f"<{type(self).__name__} {self.text!r}>"

    def __str__(self):
        return self.text


def _bare(name):
    return name.text if isinstance(name, QName) else name


class ElementTree:
    def __init__(self, element=None, file=None):
        self._setroot(element)
        if file:
            self.parse(file)

    def _setroot(self, element):
        self._root = element

    def getroot(self):
        return self._root

    def parse(self, source, parser=None):
        whole = getattr(XMLParser, "_parse_whole", None) if parser is None else None
        file = None if hasattr(source, "read") else open(source, "rb")
        try:
            if whole is not None:
                self._root = whole(XMLParser(), file or source)
            else:
                while data := (file or source).read(65536):
                    parser.feed(data)
                self._root = parser.close()
        finally:
            if file is not None:
                file.close()
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] == "/":
            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  "
                          f"If you rely on the current behaviour, change it to {path!r}", FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        if not method:
            method = "xml"
        elif method == "c14n":
            raise NotImplementedError("Simul's xml.etree writes no canonical XML (c14n)")
        elif method not in _serialize:
            raise ValueError(f"unknown method {method!r}")
        if not encoding:
            encoding = "us-ascii"
        with _writer(file_or_filename, encoding) as (write, declared):
            if method == "xml" and (xml_declaration or xml_declaration is None and encoding.lower() != "unicode"
                                    and declared.lower() not in ("utf-8", "us-ascii")):
                write(f"<?xml version='1.0' encoding='{declared}'?>\n")
            if method == "text":
                _serialize_text(write, self._root)
            else:
                names, spaces = _namespaces(self._root, default_namespace)
                _serialize[method](write, self._root, names, spaces, short_empty_elements)


@contextlib.contextmanager
def _writer(file_or_filename, encoding):
    """What writes a text there, and the encoding that is declared."""
    unicode = encoding.lower() == "unicode"
    write = getattr(file_or_filename, "write", None)
    if write is None:
        encoding = "utf-8" if unicode else encoding
        with open(file_or_filename, "w", encoding=encoding, errors="xmlcharrefreplace") as file:
            yield file.write, encoding
    elif unicode:
        yield write, getattr(file_or_filename, "encoding", None) or "utf-8"
    else:
        parts = []
        try:
            yield parts.append, encoding
        finally:
            write("".join(parts).encode(encoding, "xmlcharrefreplace"))


_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc"}


def register_namespace(prefix, uri):
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, its in list(_namespace_map.items()):
        if known == uri or its == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _raise_serialization_error(what):
    raise TypeError(f"cannot serialize {what!r} (type {type(what).__name__})")


def _namespaces(root, default=None):
    """How each name of a tree is written, and the prefix of each namespace."""
    names, spaces = {None: None}, {default: ""} if default else {}

    def add(name):
        if name in names:
            return
        try:
            qualified = name[:1] == "{"
        except TypeError:
            _raise_serialization_error(name)
        if not qualified:
            if default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            names[name] = name
            return
        uri, local = name[1:].rsplit("}", 1)
        prefix = spaces.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri)
            if prefix is None:
                prefix = f"ns{len(spaces)}"
            if prefix != "xml":
                spaces[uri] = prefix
        names[name] = f"{prefix}:{local}" if prefix else local

    for elem in root.iter():
        tag = elem.tag
        if isinstance(tag, (QName, str)):
            add(_bare(tag))
        elif tag is not None and tag is not Comment and tag is not PI:
            _raise_serialization_error(tag)
        for key, value in elem.items():
            add(_bare(key))
            if isinstance(value, QName):
                add(value.text)
        if isinstance(elem.text, QName):
            add(elem.text.text)
    return names, spaces


def _escaped(text, signs):
    try:
        for sign, instead in signs:
            if sign in text:
                text = text.replace(sign, instead)
        return text
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


_CDATA = ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")
_ATTRIBUTE = *_CDATA, ('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;")
_HTML_ATTRIBUTE = ("&", "&amp;"), (">", "&gt;"), ('"', "&quot;")


def _escape_cdata(text):
    return _escaped(text, _CDATA)


def _begin(write, elem, tag, names, spaces, signs, spaces_first):
    def write_spaces():
        for uri, prefix in sorted(spaces.items(), key=lambda pair: pair[1]):
            write(f' xmlns{":" + prefix if prefix else ""}="{_escaped(uri, _ATTRIBUTE)}"')

    write("<" + tag)
    if spaces and spaces_first:
        write_spaces()
    for key, value in list(elem.items()):
        value = names[value.text] if isinstance(value, QName) else _escaped(value, signs)
        write(f' {names[_bare(key)]}="{value}"')
    if spaces and not spaces_first:
        write_spaces()


def _serialize_xml(write, elem, names, spaces, short_empty_elements):
    tag, text = elem.tag, elem.text
    if tag is Comment:
        write(f"<!--{text}-->")
    elif tag is ProcessingInstruction:
        write(f"<?{text}?>")
    else:
        tag = names[tag] if not isinstance(tag, QName) else names[tag.text]
        if tag is not None:
            _begin(write, elem, tag, names, spaces, _ATTRIBUTE, True)
        if tag is None or text or len(elem) or not short_empty_elements:
            if tag is not None:
                write(">")
            if text:
                write(_escape_cdata(text))
            for each in elem:
                _serialize_xml(write, each, names, None, short_empty_elements)
            if tag is not None:
                write(f"</{tag}>")
        else:
            write(" />")
    if elem.tail:
        write(_escape_cdata(elem.tail))


HTML_EMPTY = set("area base basefont br col embed frame hr img input isindex link meta param source track wbr".split())


def _serialize_html(write, elem, names, spaces, short_empty_elements=True):
    tag, text = elem.tag, elem.text
    if tag is Comment:
        write(f"<!--{_escape_cdata(text)}-->")
    elif tag is ProcessingInstruction:
        write(f"<?{_escape_cdata(text)}?>")
    else:
        tag = names[_bare(tag)]
        lower = None
        if tag is not None:
            _begin(write, elem, tag, names, spaces, _HTML_ATTRIBUTE, True)
            write(">")
            lower = tag.lower()
        if text:
            write(text if lower in ("script", "style") else _escape_cdata(text))
        for each in elem:
            _serialize_html(write, each, names, None)
        if tag is not None and lower not in HTML_EMPTY:
            write(f"</{tag}>")
    if elem.tail:
        write(_escape_cdata(elem.tail))


def _serialize_text(write, elem):
    for part in (*elem.itertext(), elem.tail):
        if part:
            write(part)


_serialize = {"xml": _serialize_xml, "html": _serialize_html, "text": _serialize_text}


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    stream = (io.StringIO if encoding == "unicode" else io.BytesIO)()
    tree = ElementTree(element)
    tree.write(stream, encoding, xml_declaration, default_namespace, method, short_empty_elements=short_empty_elements)
    return stream.getvalue()


class _Pieces:
    def __init__(self):
        self.pieces = []
        self.write = self.pieces.append


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    stream = _Pieces()
    tree = ElementTree(element)
    tree.write(stream, encoding, xml_declaration, default_namespace, method, short_empty_elements=short_empty_elements)
    return stream.pieces


def dump(elem):
    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding="unicode")
    if not (tree.getroot().tail or "").endswith("\n"):
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")

    def blank(text):
        return not text or not text.strip()

    def indent_children(elem, line):
        inner = line + space
        if blank(elem.text):
            elem.text = inner
        for child in elem:
            if len(child):
                indent_children(child, inner)
            if blank(child.tail):
                child.tail = inner
        if blank(child.tail):
            child.tail = line

    if len(root):
        indent_children(root, "\n" + level * space)


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


class _Iterparse(collections.abc.Iterator):
    __qualname__ = "iterparse.<locals>.IterParseIterator"
    root = None

    def __init__(self, puller, source):
        self._file = None if hasattr(source, "read") else open(source, "rb")
        self._found = self._events(puller, self._file or source, weakref.ref(self))

    def __next__(self):
        return next(self._found)

    def close(self):
        if self._file is not None:
            self._file.close()
        self._found.close()

    @staticmethod
    def _events(puller, source, itself):
        while data := source.read(16384):
            puller.feed(data)
            yield from puller.read_events()
        root = puller._close_and_return_root()
        yield from puller.read_events()
        if itself() is not None:
            itself().root = root


_Iterparse.__name__ = "IterParseIterator"


def iterparse(source, events=None, parser=None):
    return _Iterparse(XMLPullParser(events, _parser=parser), source)


class XMLPullParser:
    def __init__(self, events=None, *, _parser=None):
        self._found = deque()
        self._parser = XMLParser(target=TreeBuilder()) if _parser is None else _parser
        self._parser._setevents(self._found, ("end",) if events is None else events)

    def _open_for(self, function):
        if self._parser is None:
            raise ValueError(f"{function}() called after end of stream")
        return self._parser

    def read_events(self):
        while self._found:
            found = self._found.popleft()
            if isinstance(found, Exception):
                raise found
            yield found

    def flush(self):
        self._open_for("flush").flush()

    def feed(self, data):
        parser = self._open_for("feed")
        try:
            if data:
                parser.feed(data)
        except SyntaxError as wrong:
            self._found.append(wrong)

    def close(self):
        self._close_and_return_root()

    def _close_and_return_root(self):
        parser, self._parser = self._parser, None
        return parser.close()


def XML(text, parser=None):
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {each.get("id"): each for each in tree.iter() if each.get("id")}


def fromstringlist(sequence, parser=None):
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def __getattr__(name):
    if name in ("canonicalize", "C14NWriterTarget"):
        raise AttributeError(f"Simul's xml.etree.ElementTree has no {name}: it writes no canonical XML (instead: tostring())")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
