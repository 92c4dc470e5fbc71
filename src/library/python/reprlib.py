"""repr() of bounded size, and recursive_repr. Mirrors CPython's Lib/reprlib.py."""
import builtins
from _thread import get_ident
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue='...'):
    def decorate(method):
        shown = set()    # who is being shown, by which thread

        def wrapper(self):
            call = id(self), get_ident()
            if call in shown:
                return fillvalue
            shown.add(call)
            try:
                return method(self)
            finally:
                shown.discard(call)

        for name in '__module__', '__doc__', '__name__', '__qualname__':
            setattr(wrapper, name, getattr(method, name))
        wrapper.__type_params__ = getattr(method, '__type_params__', ())
        wrapper.__wrapped__ = method
        return wrapper

    return decorate


def _ordered(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


def _ends(text, limit):
    """What is kept of a text of which `limit` characters are shown: both ends, with three less for what stands between."""
    left = max((limit - 3) // 2, 0)
    right = max(limit - 3 - left, 0)
    return text[:left], text[len(text) - right:]


def _shows(kind, left, right, trail='', empty=None):
    """A repr_<kind>: the items between brackets. What says how it is shown empty is a set: its items are put in order."""
    def show(self, x, level):
        if empty is not None:
            if not x:
                return empty
            x = _ordered(x)
        return self._repr_iterable(x, level, left, right, getattr(self, 'max' + kind), trail)

    show.__name__ = 'repr_' + kind
    show.__qualname__ = 'Repr.' + show.__name__
    return show


class Repr:
    # Whose types are meant by names that a program may use too.
    _lookup = (dict.fromkeys(('tuple', 'list', 'set', 'frozenset', 'dict', 'str', 'int'), 'builtins')
               | {'array': 'array', 'deque': 'collections'})

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
                 maxstring=30, maxlong=40, maxother=30, fillvalue='...', indent=None):
        limits = {**locals()}
        del limits['self']
        for name, value in limits.items():
            setattr(self, name, value)

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        cls = type(x)
        name = '_'.join(cls.__name__.split()) if ' ' in cls.__name__ else cls.__name__
        method = getattr(self, 'repr_' + name, None)
        meant = name not in self._lookup or getattr(cls, '__module__', None) == self._lookup[name]
        return method(x, level) if method and meant else self.repr_instance(x, level)

    def _join(self, pieces, level):
        if self.indent is None:
            return ', '.join(pieces)
        if not pieces:
            return ''
        indent = self.indent
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f'Repr.indent cannot be negative int (was {indent!r})')
            indent = ' ' * indent
        try:
            line = '\n' + (self.maxlevel - level + 1) * indent
        except TypeError as error:
            raise TypeError(f'Repr.indent must be a str, int or None, not {type(indent)}') from error
        lines = ''.join([line + piece + ',' for piece in pieces]) + line
        return lines[:len(lines) - len(indent)]    # the bracket that follows is one less to the right

    def _shorter(self, text, limit):
        return self.fillvalue.join(_ends(text, limit)) if len(text) > limit else text

    def _repr_iterable(self, x, level, left, right, maxiter, trail=''):
        if level <= 0 and len(x):
            inside = self.fillvalue
        else:
            pieces = [self.repr1(each, level - 1) for each in islice(x, maxiter)]
            if len(x) > maxiter:
                pieces.append(self.fillvalue)
            inside = self._join(pieces, level)
            if len(x) == 1 and trail and self.indent is None:
                right = trail + right
        return left + inside + right

    repr_tuple = _shows('tuple', '(', ')', ',')
    repr_list = _shows('list', '[', ']')
    repr_deque = _shows('deque', 'deque([', '])')
    repr_set = _shows('set', '{', '}', empty='set()')
    repr_frozenset = _shows('frozenset', 'frozenset({', '})', empty='frozenset()')

    def repr_array(self, x, level):
        kind = f"array('{x.typecode}'"
        return self._repr_iterable(x, level, kind + ', [', '])', self.maxarray) if x else kind + ')'

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        pieces = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}'
                  for key in islice(_ordered(x), self.maxdict)]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return '{' + self._join(pieces, level) + '}'

    def repr_str(self, x, level):
        limit = self.maxstring
        text = builtins.repr(x[:limit])
        if len(text) <= limit:
            return text
        # Cut twice: the quotes that are shown must be those of what is left.
        return self.fillvalue.join(_ends(builtins.repr(''.join(_ends(x, limit))), limit))

    def repr_int(self, x, level):
        return self._shorter(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'
        return self._shorter(text, self.maxother)


aRepr = Repr()
repr = aRepr.repr
