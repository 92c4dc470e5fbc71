"""Containers beyond the built-in ones. Mirrors CPython's Lib/collections/__init__.py."""
import sys as _sys
import _collections_abc
import _simul
from _collections import OrderedDict, _count_elements, _deque_iterator, _tuplegetter, defaultdict, deque
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from keyword import iskeyword as _iskeyword
from operator import itemgetter as _itemgetter
from reprlib import recursive_repr as _recursive_repr

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']

_collections_abc.MutableSequence.register(deque)
abc = _sys.modules['collections.abc'] = _collections_abc


def _checked(typename, field_names, rename):
    """The class's name and a tuple of the fields'. With `rename`, one that cannot be a field's gets the name of its place."""
    fields = field_names.replace(",", " ").split() if isinstance(field_names, str) else field_names
    fields = list(map(str, fields))
    typename = _sys.intern(str(typename))
    if rename:
        before = set()
        for at, name in enumerate(fields):
            if name in before or name.startswith("_") or _iskeyword(name) or not name.isidentifier():
                fields[at] = f"_{at}"
            before.add(name)
    for name in (typename, *fields):
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    before = set()
    for name in fields:
        if not rename and name.startswith("_"):
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in before:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        before.add(name)
    return typename, tuple(map(_sys.intern, fields))


def _record_methods(typename, fields):
    """What every named tuple has, by name, whatever its fields are called."""
    size, template = len(fields), "(" + ", ".join([name + "=%r" for name in fields]) + ")"

    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) == size:
            return made
        raise TypeError(f"Expected {size} arguments, got {len(made)}")

    def _replace(self, /, **kwds):
        made = self._make(map(kwds.pop, fields, self))    # of each field the new value, else the old one
        if not kwds:
            return made
        raise TypeError(f"Got unexpected field names: {list(kwds)!r}")

    def __repr__(self):
        return self.__class__.__name__ + template % self

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in _make, _replace, __repr__, _asdict, __getnewargs__:
        method.__qualname__ = f"{typename}.{method.__name__}"
    return {"_make": classmethod(_make), "__replace__": _replace, "_replace": _replace, "__repr__": __repr__,
            "_asdict": _asdict, "__getnewargs__": __getnewargs__}


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    typename, fields = _checked(typename, field_names, rename)
    by_default = {}
    if defaults is not None:
        defaults = tuple(defaults)
        without = len(fields) - len(defaults)
        if without < 0:
            raise TypeError("Got more default values than field names")
        by_default = dict(zip(fields[without:], defaults))
    # The constructor alone needs the names as parameters: it is compiled for them.
    listed = fields[0] + "," if len(fields) == 1 else ", ".join(fields)
    made = {"_tuple_new": tuple.__new__, "__builtins__": {}, "__name__": f"namedtuple_{typename}"}
    _simul.run(f"__new__ = lambda _cls, {listed}: _tuple_new(_cls, ({listed}))", "<string>", made)
    new = made["__new__"]
    new.__name__, new.__qualname__ = "__new__", f"{typename}.__new__"
    new.__doc__ = f"Create new instance of {typename}({listed})"
    new.__defaults__ = defaults
    own = {"__doc__": f"{typename}({listed})", "__slots__": (), "_fields": fields, "_field_defaults": by_default,
           "__new__": new, **_record_methods(typename, fields), "__match_args__": fields}
    for at, name in enumerate(fields):
        own[name] = _tuplegetter(at, _sys.intern(f"Alias for field number {at}"))
    cls = type(typename, (tuple,), own)
    cls.__module__ = module if module is not None else _sys._getframemodulename(1) or "__main__"
    return cls


def _counted(pairs, made=None):
    """A Counter, or the one that was begun, with the pairs that count above 0."""
    if made is None:
        made = Counter()
    for each, count in pairs:
        if count > 0:
            made[each] = count
    return made


def _owed(pairs, made=None):
    """The same of those that count below 0, as many as they lack."""
    if made is None:
        made = Counter()
    for each, count in pairs:
        if count < 0:
            made[each] = 0 - count
    return made


class Counter(dict):
    """What is missing counts 0. Arithmetic keeps what counts more than that."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is None:
            pass
        elif not isinstance(iterable, _collections_abc.Mapping):
            _count_elements(self, iterable)
        elif not self:
            super().update(iterable)
        else:
            own = self.get
            for each, count in iterable.items():
                self[each] = count + own(each, 0)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            own = self.get
            if isinstance(iterable, _collections_abc.Mapping):
                for each, count in iterable.items():
                    self[each] = own(each, 0) - count
            else:
                for each in iterable:
                    self[each] = own(each, 0) - 1
        if kwds:
            self.subtract(kwds)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is not None:
            import heapq
            return heapq.nlargest(n, self.items(), key=_itemgetter(1))
        return sorted(self.items(), key=_itemgetter(1), reverse=True)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return name + "()"
        try:
            shown = dict(self.most_common())
        except TypeError:    # counts that cannot be ordered
            shown = dict(self)
        return f"{name}({shown!r})"

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __eq__(self, other):
        if isinstance(other, Counter):
            return all(self[each] == other[each] for counts in (self, other) for each in counts)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, Counter):
            return all(self[each] <= other[each] for counts in (self, other) for each in counts)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Counter):
            return all(self[each] >= other[each] for counts in (self, other) for each in counts)
        return NotImplemented

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = _counted((each, count + other[each]) for each, count in self.items())
        return _counted(((each, count) for each, count in other.items() if each not in self), made)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = _counted((each, count - other[each]) for each, count in self.items())
        return _owed(((each, count) for each, count in other.items() if each not in self), made)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = _counted((each, theirs if count < (theirs := other[each]) else count) for each, count in self.items())
        return _counted(((each, count) for each, count in other.items() if each not in self), made)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counted((each, count if count < (theirs := other[each]) else theirs) for each, count in self.items())

    def __pos__(self):
        return _counted(self.items())

    def __neg__(self):
        return _owed(self.items())

    def _keep_positive(self):
        for each in [each for each, count in self.items() if not count > 0]:
            del self[each]
        return self

    def __iadd__(self, other):
        for each, count in other.items():
            self[each] += count
        return self._keep_positive()

    def __isub__(self, other):
        for each, count in other.items():
            self[each] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for each, theirs in other.items():
            if theirs > self[each]:
                self[each] = theirs
        return self._keep_positive()

    def __iand__(self, other):
        for each, count in self.items():
            if (theirs := other[each]) < count:
                self[each] = theirs
        return self._keep_positive()


def _not_in_first(key):
    return KeyError(f"Key not found in the first mapping: {key!r}")


class ChainMap(_collections_abc.MutableMapping):
    """What is read comes from the first of the maps that has it; what is written goes to maps[0]."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for each in self.maps:
            try:
                return each[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        for each in self.maps:
            if key in each:
                return True
        return False

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        keys = {}
        for each in reversed(self.maps):    # the last map's keys come first
            keys |= dict.fromkeys(each)
        return iter(keys)

    def __len__(self):
        return len(set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    @_recursive_repr()
    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def new_child(self, m=None, **kwargs):
        if m is not None and kwargs:
            m.update(kwargs)
        return self.__class__(kwargs if m is None else m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def copy(self):
        maps = self.maps
        return self.__class__(maps[0].copy(), *maps[1:])

    __copy__ = copy

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise _not_in_first(key)

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise _not_in_first(key)

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def __or__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            made = self.copy()
            made.maps[0].update(other)
            return made
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            flat = dict(other)
            for each in reversed(self.maps):
                flat.update(each)
            return self.__class__(flat)
        return NotImplemented


# UserDict, UserList and UserString keep a dict, list or str as `data` and ask it.


_PLAIN = {dict, list, str}


def _bare(value, wrapper):
    """What it wraps, if it is one. Most are plain, and that is sooner known than what an abstract class has to say."""
    return value.data if type(value) not in _PLAIN and isinstance(value, wrapper) else value


def _twin(wrapper, data):
    """Another one with the same attributes, made without its __init__, around other data."""
    cls = wrapper.__class__
    made = cls.__new__(cls)
    made.__dict__.update(wrapper.__dict__, data=data)
    return made


class UserDict(_collections_abc.MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if not hasattr(self.__class__, "__missing__"):
            raise KeyError(key)
        return self.__class__.__missing__(self, key)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __repr__(self):
        return repr(self.data)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __or__(self, other):
        if isinstance(other, (dict, UserDict)):
            return self.__class__(self.data | _bare(other, UserDict))
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, (dict, UserDict)):
            return self.__class__(_bare(other, UserDict) | self.data)
        return NotImplemented

    def __ior__(self, other):
        self.data |= _bare(other, UserDict)
        return self

    def __copy__(self):
        return _twin(self, self.data.copy())

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        from copy import copy
        data, self.data = self.data, {}    # so that a derived class says how all but the data is copied
        try:
            made = copy(self)
        finally:
            self.data = data
        made.update(self)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for each in iterable:
            made[each] = value
        return made


def _added(data, other):
    """What a list `data` can be added to for `other`: a list, whatever it is."""
    if type(other) is type(data):
        return other
    if isinstance(other, UserList):
        return other.data
    return other if isinstance(other, type(data)) else list(other)


class UserList(_collections_abc.MutableSequence):
    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data = list(_bare(initlist, UserList))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _bare(other, UserList)

    def __le__(self, other):
        return self.data <= _bare(other, UserList)

    def __eq__(self, other):
        return self.data == _bare(other, UserList)

    def __gt__(self, other):
        return self.data > _bare(other, UserList)

    def __ge__(self, other):
        return self.data >= _bare(other, UserList)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + _added(self.data, other))

    def __radd__(self, other):
        return self.__class__(_added(self.data, other) + self.data)

    def __iadd__(self, other):
        self.data += _added(self.data, other)
        return self

    def append(self, item):
        self.data.append(item)

    def extend(self, other):
        self.data.extend(_bare(other, UserList))

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return _twin(self, self.data[:])

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def clear(self):
        self.data.clear()

    def index(self, item, *args):
        return self.data.index(item, *args)

    def count(self, item):
        return self.data.count(item)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def reverse(self):
        self.data.reverse()


class UserString(_collections_abc.Sequence):
    def __init__(self, seq):
        if not isinstance(seq, str):
            seq = seq.data[:] if isinstance(seq, UserString) else str(seq)
        self.data = seq

    def __getnewargs__(self):
        return (self.data[:],)

    def __lt__(self, string):
        return self.data < _bare(string, UserString)

    def __le__(self, string):
        return self.data <= _bare(string, UserString)

    def __eq__(self, string):
        return self.data == _bare(string, UserString)

    def __gt__(self, string):
        return self.data > _bare(string, UserString)

    def __ge__(self, string):
        return self.data >= _bare(string, UserString)

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return _bare(char, UserString) in self.data

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        other = _bare(other, UserString)
        return self.__class__(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def __mod__(self, args):
        return self.__class__(self.data % args)


def _user_string_conversion(convert):
    def call(self):
        return convert(self.data)
    call.__name__ = f"__{convert.__name__}__"
    call.__qualname__ = f"UserString.{call.__name__}"
    setattr(UserString, call.__name__, call)


for _each in str, repr, hash, int, float, complex:
    _user_string_conversion(_each)


def _user_string_method(name, own):
    """A method of str for UserString; own: its result is a UserString again."""
    method = getattr(str, name)

    def call(self, *args, **kwds):
        args = [_bare(arg, UserString) for arg in args]
        result = method(self.data, *args, **kwds)
        return self.__class__(result) if own else result
    call.__name__ = name
    call.__qualname__ = f"UserString.{name}"
    setattr(UserString, name, call)


def _user_string_search(name):
    method = getattr(str, name)

    def call(self, sub, start=0, end=_sys.maxsize):
        return method(self.data, _bare(sub, UserString), start, end)
    call.__name__ = name
    call.__qualname__ = f"UserString.{name}"
    setattr(UserString, name, call)


for _name in ('capitalize', 'casefold', 'center', 'expandtabs', 'ljust', 'lower', 'lstrip', 'removeprefix',
              'removesuffix', 'replace', 'rjust', 'rstrip', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill'):
    _user_string_method(_name, True)
for _name in ('encode', 'endswith', 'format', 'format_map', 'isalnum', 'isalpha', 'isascii',
              'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle',
              'isupper', 'join', 'partition', 'rpartition', 'rsplit', 'split', 'splitlines',
              'startswith'):
    _user_string_method(_name, False)
for _name in ('count', 'find', 'index', 'rfind', 'rindex'):
    _user_string_search(_name)
UserString.maketrans = str.maketrans
del _each, _name
