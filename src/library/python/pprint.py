"""Values over several lines. Mirrors CPython's Lib/pprint.py."""
import dataclasses
import functools
import sys
import types
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def _order(a, b):
    try:
        before = a < b
    except TypeError:    # anyhow, but one order
        before = (str(type(a)), id(a)) < (str(type(b)), id(b))
    return -1 if before else 1


_safe_key = functools.cmp_to_key(_order)


def _safe_item(item):
    return _safe_key(item[0])


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print OBJECT, over several lines if it is wider than WIDTH."""
    printer = PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                            underscore_numbers=underscore_numbers)
    printer.pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() with dictionaries in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint() prints, without the last line's end."""
    printer = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                            underscore_numbers=underscore_numbers)
    return printer.pformat(object)


def _told(object):
    """(text on one line, would eval() read it?, does it contain itself?)"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)


def saferepr(object):
    return _told(object)[0]


def isreadable(object):
    return _told(object)[1]


def isrecursive(object):
    return _told(object)[2]


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


class PrettyPrinter:
    """Writes each part on one line if it has room there, otherwise its parts one below the other."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = indent, width, depth = int(indent), int(width), depth
        for wrong, rule in ((indent < 0, 'indent must be >= 0'), (depth is not None and depth <= 0, 'depth must be > 0'),
                            (not width, 'width must be != 0')):
            if wrong:
                raise ValueError(rule)
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers
        self._stream = sys.stdout if stream is None else stream

    def pprint(self, object):
        self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out.append, 0, 0, {}, 0)
        return ''.join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, write, indent, allowance, context, level):
        """Write OBJECT from the column INDENT on; behind its end there has to be room for ALLOWANCE more."""
        if id(object) in context:
            write(_recursion(object))
            return
        text = self._repr(object, context, level)
        spread = _spreading(object) if len(text) > self._width - indent - allowance else None
        if spread is None:
            write(text)
            return
        context[id(object)] = 1
        if spread is _user:
            self._format(object.data, write, indent, allowance, context, level)
        elif spread is _text:
            write(self._literals(object, indent, allowance, alone=level == 0))
        else:
            level += 1
            form = spread(self, object, indent, allowance, lambda each: self._repr(each, context, level))
            if form is None:
                write(repr(object))
            else:
                self._write(form, write, indent, allowance, context, level)
        del context[id(object)]

    def _write(self, form, write, indent, allowance, context, level):
        if form.name:
            write(form.name + '(')
            indent += len(form.name) + 1
        closing = form.closing + ')' * bool(form.name)
        write(form.opening)
        if form.opening:
            write(' ' * (self._indent_per_level - 1))
            indent += self._indent_per_level
        line, between, parts = ',\n' + ' ' * indent, '', list(form.parts)
        dense = self._compact and form.opening and form.label is None
        room = most = self._width - indent + 1
        last_allowance = allowance + len(closing) if form.allowance is None else form.allowance
        for at, part in enumerate(parts, 1):
            allowance = 1
            if at == len(parts):
                allowance = last_allowance
                room, most = room - allowance, most - allowance
            if dense:
                text = self._repr(part, context, level)
                if len(text) + 2 > room:
                    room, between = most, between and line
                if len(text) + 2 <= room:
                    write(between + text)
                    room, between = room - len(text) - 2, ', '
                    continue
            write(between)
            label, between = '', line
            if form.label is not None:
                key, part = part
                label = form.label(key)
                write(label)
            if form.label is _named and id(part) in context:
                write("...")
            else:
                self._format(part, write, indent + len(label), allowance, context, level)
        write(closing)

    def _literals(self, object, indent, allowance, alone):
        """A text or bytes as literals, one to a line; parentheses hold them together where nothing else does."""
        cut, before, after = _rows, '(', ')'
        if isinstance(object, str):
            cut = _chunks
        elif isinstance(object, bytearray):
            object, before, alone = bytes(object), 'bytearray(', True
        if len(object) <= (0 if cut is _chunks else 4):
            return f'{before}{object!r})' if before == 'bytearray(' else repr(object)
        if not alone:
            before = after = ''
        indent += len(before)
        literals = [*cut(object, self._width - indent, allowance + len(after))]
        if cut is _chunks and len(literals) == 1:
            return literals[0]
        return before + ('\n' + ' ' * indent).join(literals) + after

    def _items(self, object):
        return sorted(object.items(), key=_safe_item) if self._sort_dicts else object.items()

    def _safe_repr(self, object, context, maxlevels, level):
        """(text on one line, would eval() read it?, does it contain itself?)"""
        kind = type(object)
        if kind in (str, float, complex, bool, type(None)):
            return repr(object), True, False
        shown = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and shown is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        pairs = issubclass(kind, dict) and shown is dict.__repr__
        if pairs:
            form = '{%s}'
        elif issubclass(kind, (list, tuple)) and shown in (list.__repr__, tuple.__repr__):
            form = '[%s]' if issubclass(kind, list) else '(%s,)' if len(object) == 1 else '(%s)'
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return form % '', True, False
        if maxlevels and level >= maxlevels:
            return form % '...', False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, texts = True, False, []
        for each in [each for pair in self._items(object) for each in pair] if pairs else object:
            text, can_be_read, contains_itself = self.format(each, context, maxlevels, level + 1)
            texts.append(text)
            readable = readable and can_be_read
            recursive = recursive or contains_itself
        del context[id(object)]
        if pairs:
            texts = [f'{key}: {value}' for key, value in zip(texts[::2], texts[1::2])]
        return form % ', '.join(texts), readable, recursive


# How a container stands over several lines: NAME( and OPENING, its parts, CLOSING and ). With a LABEL, which is a function, parts are
# pairs of what that is given and a value. ALLOWANCE is the last part's, if that is not what comes behind it.
_Form = namedtuple('_Form', 'name opening parts closing label allowance', defaults=(None, None))
_named = '{}='.format


def _name(object):
    return object.__class__.__name__


def _dict(self, object, indent, allowance, shown):
    return _Form('', '{', self._items(object), '}', lambda key: shown(key) + ': ')


def _list(self, object, indent, allowance, shown):
    return _Form('', '[', object, ']')


def _tuple(self, object, indent, allowance, shown):
    return _Form('', '(', object, ',)' if len(object) == 1 else ')')


def _set(self, object, indent, allowance, shown):
    if len(object):
        return _Form('' if object.__class__ is set else _name(object), '{', sorted(object, key=_safe_key), '}')


def _ordered_dict(self, object, indent, allowance, shown):
    if len(object):
        return _Form(_name(object), '[', object.items(), ']')


def _default_dict(self, object, indent, allowance, shown):
    if len(object):
        factory, margin = shown(object.default_factory), ' ' * (indent + len(_name(object)) + 1)
        return _dict(self, object, indent, allowance, shown)._replace(name=_name(object), opening=f'{factory},\n{margin}{{')


def _counter(self, object, indent, allowance, shown):
    if len(object):
        return _Form(_name(object), '{', object.most_common(), '}', lambda key: shown(key) + ': ')


def _deque(self, object, indent, allowance, shown):
    if not len(object):
        return None
    if object.maxlen is None:
        return _Form(_name(object), '[', object, ']')
    margin = ' ' * (indent + len(_name(object)) + 1)
    return _Form(_name(object), '[', object, f'],\n{margin}maxlen={shown(object.maxlen)}', None, 2)


def _chain_map(self, object, indent, allowance, shown):
    if len(object.maps):
        return _Form(_name(object), '', object.maps, '')


def _proxy(self, object, indent, allowance, shown):
    return _Form('mappingproxy', '', [object.copy()], '')


def _namespace(self, object, indent, allowance, shown):
    name = 'namespace' if type(object) is types.SimpleNamespace else _name(object)
    return _Form(name, '', object.__dict__.items(), '', _named, allowance)


def _dataclass(self, object, indent, allowance, shown):
    values = [(f.name, getattr(object, f.name)) for f in dataclasses.fields(object) if f.repr]
    return _Form(_name(object), '', values, '', _named, allowance)


_user, _text = 'data', 'literals'    # in _format() itself
_SPREADING = {dict: _dict, OrderedDict: _ordered_dict, list: _list, tuple: _tuple, set: _set, frozenset: _set, str: _text,
              bytes: _text, bytearray: _text, types.MappingProxyType: _proxy, types.SimpleNamespace: _namespace,
              defaultdict: _default_dict, Counter: _counter, ChainMap: _chain_map, deque: _deque, UserDict: _user,
              UserList: _user, UserString: _user}
_SPREADING = {kind.__repr__: spread for kind, spread in _SPREADING.items()}


def _spreading(object):
    """How an object goes over several lines; None if it does not. What counts is its __repr__: one of its own stays whole."""
    found = _SPREADING.get(type(object).__repr__)
    if found is None and dataclasses.is_dataclass(object) and not isinstance(object, type):
        if object.__dataclass_params__.repr and hasattr(object.__repr__, '__wrapped__'):
            return _dataclass
    return found


def _rows(octets, width, allowance):
    """Reprs of four, eight, ... of the bytes, as many as fit; the last one leaves room for what closes it."""
    row, last = b'', len(octets) // 4 * 4
    for at in range(0, len(octets), 4):
        part = octets[at:at + 4]
        if at == last:
            width -= allowance
        if len(repr(row + part)) <= width:
            row += part
            continue
        if row:
            yield repr(row)
        row = part
    if row:
        yield repr(row)


def _chunks(text, width, allowance):
    """Reprs of the text's lines, those that are too wide cut between words; the last one leaves room for what closes it."""
    lines = text.splitlines(True)
    for at, line in enumerate(lines, 1):
        closes = allowance if at == len(lines) else 0
        if len(repr(line)) <= width - closes:
            yield repr(line)
            continue
        words, row = _words(line), ''
        for word_at, word in enumerate(words, 1):
            room = width - (closes if word_at == len(words) else 0)
            if row and len(repr(row + word)) > room:
                yield repr(row)
                row = ''
            row += word
        if row:
            yield repr(row)


def _words(line):
    """A line as words, each with the blanks behind it."""
    parts, begin, at = [], 0, 0
    while at < len(line):
        while at < len(line) and not line[at].isspace():
            at += 1
        while at < len(line) and line[at].isspace():
            at += 1
        parts.append(line[begin:at])
        begin = at
    return parts
