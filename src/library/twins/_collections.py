"""CPython's Modules/_collectionsmodule.c and Objects/odictobject.c."""
from _simul import c_class

_NOTHING = object()


def _index(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


@c_class
class deque:
    """A list whose left end is at _head; what lies before it is None."""
    __module__ = "collections"
    __slots__ = ("_items", "_head", "_maxlen", "_shown", "__weakref__")
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items = []
        self._head = 0
        self._maxlen = None
        self._shown = False
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._items = []
        self._head = 0
        self._maxlen = maxlen
        deque.extend(self, iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, item, /):
        items = self._items
        items.append(item)
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            deque.popleft(self)

    def appendleft(self, item, /):
        if self._head == 0:
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = item
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self._items.pop()

    def pop(self):
        items = self._items
        if len(items) == self._head:
            raise IndexError("pop from an empty deque")
        item = items.pop()
        if len(items) == self._head:
            self._items = []
            self._head = 0
        return item

    def popleft(self):
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError("pop from an empty deque")
        item = items[head]
        items[head] = None
        head += 1
        if head > 16 and head * 2 > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        if self._maxlen is None:
            self._items.extend(iterable)
        else:
            for item in iterable:
                deque.append(self, item)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        for item in iterable:
            deque.appendleft(self, item)

    def clear(self):
        self._items = []
        self._head = 0

    def _list(self):
        return self._items[self._head:]

    def copy(self):
        made = type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)
        if not isinstance(made, deque):
            raise TypeError(f"{type(self).__name__}() must return a deque, not {type(made).__name__}")
        return made

    __copy__ = copy

    def __reduce__(self):
        args = () if self._maxlen is None else ((), self._maxlen)
        return type(self), args, object.__getstate__(self) if type(self) is not deque else None, iter(self)

    def _is_changed(self, held, head, size):
        return self._items is not held or self._head != head or len(held) != size

    def count(self, value, /):
        held, head, size = self._items, self._head, len(self._items)
        count = self._list().count(value)
        if self._is_changed(held, head, size):
            raise RuntimeError("deque mutated during iteration")
        return count

    def index(self, value, start=0, stop=None, /):
        held, head, size = self._items, self._head, len(self._items)
        first, last, _ = slice(start, stop).indices(size - head)
        for at, item in enumerate(held[head + first:head + last], first):
            if item is value or item == value:
                return at
            if self._is_changed(held, head, size):
                raise RuntimeError("deque mutated during iteration")
        raise ValueError(f"{value!r} is not in deque")

    def insert(self, index, value, /):
        size = len(self._items) - self._head
        if self._maxlen is not None and size >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        index = _index(index)
        if index < 0:
            index = max(index + size, 0)
        self._items.insert(self._head + min(index, size), value)

    def remove(self, value, /):
        items = self._list()
        for at, item in enumerate(items):
            same = item is value or item == value
            if len(items) != len(self._items) - self._head:
                raise IndexError("deque mutated during iteration")
            if same:
                del self._items[self._head + at]
                return
        raise ValueError(f"{value!r} is not in deque")

    def reverse(self):
        items = self._list()
        items.reverse()
        self._items = items
        self._head = 0

    def rotate(self, n=1, /):
        n = _index(n)
        size = len(self._items) - self._head
        if size > 1:
            n %= size
            if n:
                items = self._list()
                self._items = items[-n:] + items[:-n]
                self._head = 0

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self._items) != self._head

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def _place(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        index = index.__index__()
        size = len(self._items) - self._head
        if index < 0:
            index += len(self)
        if not 0 <= index < size:
            raise IndexError("deque index out of range")
        return self._head + index

    def __getitem__(self, index, /):
        return self._items[self._place(index)]

    def __setitem__(self, index, value, /):
        self._items[self._place(index)] = value

    def __delitem__(self, index, /):
        del self._items[self._place(index)]

    def __contains__(self, value, /):
        for item in _deque_iterator(self):
            if item is value or item == value:
                return True
        return False

    def __add__(self, other, /):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, times, /):
        made = self.copy()
        made *= times
        return made

    __rmul__ = __mul__

    def __imul__(self, times, /):
        try:
            times = times.__index__()
        except AttributeError:
            raise TypeError(f"can't multiply sequence by non-int of type '{type(times).__name__}'") from None
        items = self._list() * times
        if self._maxlen is not None and len(items) > self._maxlen:
            items = items[len(items) - self._maxlen:]
        self._items = items
        self._head = 0
        return self

    def __eq__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self is other or self._list() == other._list()

    def __ne__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self is not other and self._list() != other._list()

    def __lt__(self, other, /):
        return self._list() < other._list() if isinstance(other, deque) else NotImplemented

    def __le__(self, other, /):
        return self._list() <= other._list() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other, /):
        return self._list() > other._list() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other, /):
        return self._list() >= other._list() if isinstance(other, deque) else NotImplemented

    def __repr__(self):
        name = type(self).__name__
        if self._shown:
            return "[...]"
        self._shown = True
        try:
            items = repr(self._list())
        finally:
            self._shown = False
        if self._maxlen is None:
            return f"{name}({items})"
        return f"{name}({items}, maxlen={self._maxlen})"

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


@c_class
class _deque_iterator:
    __module__ = "collections"
    __slots__ = ("_deque", "_left", "_step", "_size", "_first")

    def __init__(self, items, index=0, /):
        if not isinstance(items, deque):
            raise TypeError(f"argument 1 must be collections.deque, not {type(items).__name__}")
        self._deque = items
        self._first = items._head
        self._size = len(items._items) - items._head
        self._left = self._size - min(max(_index(index), 0), self._size)
        self._step = 1 if type(self) is _deque_iterator else -1

    def __iter__(self):
        return self

    def __next__(self):
        deque = self._deque
        head = deque._head
        if len(deque._items) - head != self._size or head != self._first:    # asked at the end too
            self._left = 0
            raise RuntimeError("deque mutated during iteration")
        if self._left == 0:
            raise StopIteration
        at = self._size - self._left if self._step == 1 else self._left - 1
        self._left -= 1
        return deque._items[head + at]

    def __length_hint__(self):
        return self._left

    def __reduce__(self):
        return type(self), (self._deque, self._size - self._left)


@c_class
class _deque_reverse_iterator(_deque_iterator):
    __module__ = "collections"
    __slots__ = ()


@c_class
class defaultdict(dict):
    __module__ = "collections"
    __slots__ = ("default_factory", "_shown")

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self._shown = False
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def __missing__(self, key, /):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        self[key] = value = factory()
        return value

    def __repr__(self):
        if getattr(self, "_shown", False):
            factory = "..."
        else:
            self._shown = True
            try:
                factory = repr(self.default_factory)
            finally:
                self._shown = False
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, self)
        made.update(other)
        return made

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _forwarded(name):
    def method(self, *others):
        return getattr(self._view, name)(*[getattr(each, "_view", each) for each in others])
    method.__name__ = name
    return method


class _OdictView:
    """A dict's view by another name."""
    __slots__ = ("_view",)

    def __init__(self, view):
        self._view = view

    def __repr__(self):
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return f"{type(self).__name__}({list(self._view)!r})"
        finally:
            _shown.discard(id(self))

    __iter__, __len__, __reversed__ = map(_forwarded, ("__iter__", "__len__", "__reversed__"))
    mapping = property(lambda self: self._view.mapping)


class _OdictSet(_OdictView):
    __slots__ = ()
    __hash__ = None
    __contains__ = _forwarded("__contains__")
    isdisjoint = _forwarded("isdisjoint")


for _name in ("eq", "ne", "le", "lt", "ge", "gt", "and", "or", "sub", "xor", "rand", "ror", "rsub", "rxor"):
    setattr(_OdictSet, f"__{_name}__", _forwarded(f"__{_name}__"))


class odict_keys(_OdictSet):
    __module__ = "builtins"
    __slots__ = ()


class odict_items(_OdictSet):
    __module__ = "builtins"
    __slots__ = ()


class odict_values(_OdictView):
    __module__ = "builtins"
    __slots__ = ()


@c_class
class OrderedDict(dict):
    __module__ = "collections"

    def __init__(self, other=(), /, *more, **named):
        if more:
            raise TypeError(f"expected at most 1 arguments, got {1 + len(more)}")
        _put_all(self, other, named)

    def update(self, other=(), /, *more, **named):
        if more:
            raise TypeError(f"update() takes at most 1 positional argument ({1 + len(more)} given)")
        _put_all(self, other, named)

    def keys(self):
        return odict_keys(dict.keys(self))

    def values(self):
        return odict_values(dict.values(self))

    def items(self):
        return odict_items(dict.items(self))

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key, _NOTHING)
        if value is _NOTHING:
            raise KeyError(key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            rest = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            for each, value in rest:
                dict.__setitem__(self, each, value)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        key = next(iter(dict.keys(self)))
        return key, dict.pop(self, key)

    def pop(self, key, default=_NOTHING):
        if default is _NOTHING:
            value = dict.pop(self, key, _NOTHING)
            if value is _NOTHING:
                raise KeyError(key)
            return value
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        made = type(self)()
        for key in self:
            made[key] = self[key]
        return made

    def __reduce__(self):
        return type(self), (), self.__dict__ or None, None, iter(self.items())

    def __eq__(self, other, /):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(a == b for a, b in zip(self, other))
        return dict.__eq__(self, other)

    def __ne__(self, other, /):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return f"{type(self).__name__}({dict(self.items())!r})"
        finally:
            _shown.discard(id(self))

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other, /):
        self.update(other)
        return self


def _put_all(mapping, other, named):
    """By the mapping's own __setitem__."""
    if isinstance(other, dict) or hasattr(other, "keys"):
        for key in other.keys():
            mapping[key] = other[key]
    elif hasattr(other, "items"):
        for key, value in other.items():
            mapping[key] = value
    else:
        for pair in other:
            parts = list(pair)
            if len(parts) < 2:
                raise ValueError(f"need more than {len(parts)} value{'' if len(parts) == 1 else 's'} to unpack")
            if len(parts) > 2:
                raise ValueError("too many values to unpack (expected 2)")
            mapping[parts[0]] = parts[1]
    for key, value in named.items():
        mapping[key] = value


_shown = set()


def _count_elements(mapping, iterable):
    get = mapping.get
    for item in iterable:
        mapping[item] = get(item, 0) + 1


@c_class
class _tuplegetter:
    __module__ = "collections"
    __slots__ = ("_index", "_doc")

    def __init__(self, index, doc):
        self._index = index
        self._doc = doc

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    @property
    def __doc__(self):
        return self._doc

    @__doc__.setter
    def __doc__(self, text):
        self._doc = text

    @__doc__.deleter
    def __doc__(self):
        self._doc = None

    def __reduce__(self):
        return type(self), (self._index, self._doc)

    def __repr__(self):
        return f"_tuplegetter({self._index}, {self._doc!r})"
