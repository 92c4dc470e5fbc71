"""Values over several lines. Mirrors CPython's Lib/pprint.py."""
import dataclasses
import functools
import sys
import types
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


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


def _order(a, b):
    try:
        before = a < b
    except TypeError:    # anyhow, but one order
        before = (str(type(a)), id(a)) < (str(type(b)), id(b))
    return -1 if before else 1


_safe_key = functools.cmp_to_key(_order)


def _safe_item(item):
    return _safe_key(item[0])


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

    def _format(self, object, write, indent, allowance, context, level):
        if id(object) in context:
            write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._dispatch.get(type(object).__repr__)
            if method is not None:
                context[id(object)] = 1
                method(self, object, write, indent, allowance, context, level + 1)
                del context[id(object)]
                return
            if (dataclasses.is_dataclass(object) and not isinstance(object, type)
                    and object.__dataclass_params__.repr and hasattr(object.__repr__, '__wrapped__')):
                context[id(object)] = 1
                self._pprint_dataclass(object, write, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        write(text)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _pprint_dataclass(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        items = [(f.name, getattr(object, f.name)) for f in dataclasses.fields(object) if f.repr]
        write(name + '(')
        self._namespace_items(items, write, indent, allowance, context, level)
        write(')')

    def _pprint_dict(self, object, write, indent, allowance, context, level):
        write('{')
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')
        if len(object):
            items = sorted(object.items(), key=_safe_item) if self._sort_dicts else object.items()
            self._dict_items(items, write, indent, allowance + 1, context, level)
        write('}')

    def _pprint_ordered_dict(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + '(')
        self._pprint_list(list(object.items()), write, indent + len(name) + 1, allowance + 1, context, level)
        write(')')

    def _pprint_list(self, object, write, indent, allowance, context, level):
        write('[')
        self._items(object, write, indent, allowance + 1, context, level)
        write(']')

    def _pprint_tuple(self, object, write, indent, allowance, context, level):
        write('(')
        end = ',)' if len(object) == 1 else ')'
        self._items(object, write, indent, allowance + len(end), context, level)
        write(end)

    def _pprint_set(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        kind = object.__class__
        if kind is set:
            write('{')
            end = '}'
        else:
            write(kind.__name__ + '({')
            end = '})'
            indent += len(kind.__name__) + 1
        self._items(sorted(object, key=_safe_key), write, indent, allowance + len(end), context, level)
        write(end)

    def _pprint_str(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        alone = level == 1    # not in another value: between parentheses
        indent, allowance = indent + alone, allowance + alone
        chunks = [*_chunks(object, self._width - indent, allowance)]
        text = ('\n' + ' ' * indent).join(chunks)
        write(f'({text})' if alone and len(chunks) > 1 else text)

    def _pprint_bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
            write('(')
        write(('\n' + ' ' * indent).join(_rows(object, self._width - indent, allowance)))
        if level == 1:
            write(')')

    def _pprint_bytearray(self, object, write, indent, allowance, context, level):
        write('bytearray(')
        self._pprint_bytes(bytes(object), write, indent + 10, allowance + 1, context, level + 1)
        write(')')

    def _pprint_mappingproxy(self, object, write, indent, allowance, context, level):
        write('mappingproxy(')
        self._format(object.copy(), write, indent + 13, allowance + 1, context, level)
        write(')')

    def _pprint_simplenamespace(self, object, write, indent, allowance, context, level):
        name = 'namespace' if type(object) is types.SimpleNamespace else object.__class__.__name__
        indent += len(name) + 1
        write(name + '(')
        self._namespace_items(object.__dict__.items(), write, indent, allowance, context, level)
        write(')')

    def _pprint_defaultdict(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        write('%s(%s,\n%s' % (name, factory, ' ' * indent))
        self._pprint_dict(object, write, indent, allowance + 1, context, level)
        write(')')

    def _pprint_counter(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + '({')
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')
        self._dict_items(object.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
        write('})')

    def _pprint_deque(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + '(')
        indent += len(name) + 1
        write('[')
        if object.maxlen is None:
            self._items(object, write, indent, allowance + 2, context, level)
            write('])')
        else:
            self._items(object, write, indent, 2, context, level)
            write('],\n%smaxlen=%s)' % (' ' * indent, self._repr(object.maxlen, context, level)))

    def _pprint_chain_map(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        write(name + '(')
        for at, each in enumerate(object.maps, 1):
            last = at == len(object.maps)
            self._format(each, write, indent, allowance + 1 if last else 1, context, level)
            if not last:
                write(',\n' + ' ' * indent)
        write(')')

    def _pprint_user(self, object, write, indent, allowance, context, level):
        self._format(object.data, write, indent, allowance, context, level - 1)

    _dispatch = {dict.__repr__: _pprint_dict, OrderedDict.__repr__: _pprint_ordered_dict, list.__repr__: _pprint_list,
                 tuple.__repr__: _pprint_tuple, set.__repr__: _pprint_set, frozenset.__repr__: _pprint_set,
                 str.__repr__: _pprint_str, bytes.__repr__: _pprint_bytes, bytearray.__repr__: _pprint_bytearray,
                 types.MappingProxyType.__repr__: _pprint_mappingproxy,
                 types.SimpleNamespace.__repr__: _pprint_simplenamespace, defaultdict.__repr__: _pprint_defaultdict,
                 Counter.__repr__: _pprint_counter, ChainMap.__repr__: _pprint_chain_map, deque.__repr__: _pprint_deque,
                 UserDict.__repr__: _pprint_user, UserList.__repr__: _pprint_user, UserString.__repr__: _pprint_user}

    def _dict_items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ',\n' + ' ' * indent
        items = list(items)
        for i, (key, entry) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            write(text)
            write(': ')
            self._format(entry, write, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                write(between)

    def _namespace_items(self, items, write, indent, allowance, context, level):
        between = ',\n' + ' ' * indent
        items = list(items)
        for i, (key, entry) in enumerate(items):
            last = i == len(items) - 1
            write(key)
            write('=')
            if id(entry) in context:
                write("...")
            else:
                self._format(entry, write, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                write(between)

    def _items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')
        between = ',\n' + ' ' * indent
        delimiter = ''
        width = max_width = self._width - indent + 1
        items = list(items)
        for i, entry in enumerate(items):
            last = i == len(items) - 1
            if last:
                max_width -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(entry, context, level)
                size = len(text) + 2
                if width < size:
                    width = max_width
                    if delimiter:
                        delimiter = between
                if width >= size:
                    width -= size
                    write(delimiter)
                    delimiter = ', '
                    write(text)
                    continue
            write(delimiter)
            delimiter = between
            self._format(entry, write, indent, allowance if last else 1, context, level)

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in (str, float, complex, bool, type(None)):
            return repr(object), True, False
        shown = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and shown is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        if issubclass(kind, dict) and shown is dict.__repr__:
            if not object:
                return "{}", True, False
            if maxlevels and level >= maxlevels:
                return "{...}", False, id(object) in context
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive, parts = True, False, []
            for key, value in sorted(object.items(), key=_safe_item) if self._sort_dicts else object.items():
                a, a_readable, a_recursive = self.format(key, context, maxlevels, level + 1)
                b, b_readable, b_recursive = self.format(value, context, maxlevels, level + 1)
                parts.append(f"{a}: {b}")
                readable = readable and a_readable and b_readable
                recursive = recursive or a_recursive or b_recursive
            del context[id(object)]
            return "{%s}" % ", ".join(parts), readable, recursive
        if issubclass(kind, (list, tuple)) and shown in (list.__repr__, tuple.__repr__):
            if issubclass(kind, list):
                if not object:
                    return "[]", True, False
                form = "[%s]"
            elif len(object) == 1:
                form = "(%s,)"
            else:
                if not object:
                    return "()", True, False
                form = "(%s)"
            if maxlevels and level >= maxlevels:
                return form % "...", False, id(object) in context
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive, parts = True, False, []
            for each in object:
                text, each_readable, each_recursive = self.format(each, context, maxlevels, level + 1)
                parts.append(text)
                readable = readable and each_readable
                recursive = recursive or each_recursive
            del context[id(object)]
            return form % ", ".join(parts), readable, recursive
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False


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
        for at, word in enumerate(words, 1):
            room = width - (closes if at == len(words) else 0)
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
