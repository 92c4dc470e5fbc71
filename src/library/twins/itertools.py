"""CPython's Modules/itertoolsmodule.c. Each iterator runs on a generator inside, or on its own state."""
from _operator import index as _index
from _simul import c_class

_NOTHING = object()


@c_class
class count:
    __module__ = "itertools"
    __slots__ = ("_at", "_step")

    def __new__(cls, start=0, step=1):
        for number in (start, step):
            if not isinstance(number, complex) and not any(
                    [hasattr(type(number), name) for name in ("__index__", "__int__", "__float__")]):
                raise TypeError("a number is required")
        self = object.__new__(cls)
        if step == 1 and isinstance(start, int) and isinstance(step, int):
            start, step = int(start), 1
        self._at = start
        self._step = step
        return self

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        self._at = at + self._step
        return at

    def __reduce__(self):
        return count, (self._at,) if isinstance(self._step, int) and self._step == 1 else (self._at, self._step)

    def __repr__(self):
        if isinstance(self._step, int) and self._step == 1:
            return f"count({self._at!r})"
        return f"count({self._at!r}, {self._step!r})"


@c_class
class repeat:
    __module__ = "itertools"
    __slots__ = ("_value", "_left")

    def __new__(cls, object, times=None):
        self = super().__new__(cls)
        self._value = object
        self._left = None if times is None else max(_index(times), 0)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        left = self._left
        if left is not None:
            if left == 0:
                raise StopIteration
            self._left = left - 1
        return self._value

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __reduce__(self):
        return repeat, (self._value,) if self._left is None else (self._value, self._left)

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._value!r})"
        return f"repeat({self._value!r}, {self._left})"


class _Run:
    """An iterator whose items a generator makes."""
    __slots__ = ("_next",)

    def __iter__(self):
        return self

    def __next__(self):
        return self._next()


def _started(cls, generator):
    self = object.__new__(cls)
    self._next = generator.__next__
    return self


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


@c_class
class chain(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, /, *iterables):
        return _started(cls, _chain(iterables))

    @classmethod
    def from_iterable(cls, iterable, /):
        return _started(cls, _chain(iter(iterable)))

    def __class_getitem__(cls, item):
        return _alias(cls, item)


def _alias(cls, item):
    import types
    return types.GenericAlias(cls, item)


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        yield from saved


@c_class
class cycle(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, iterable, /):
        return _started(cls, _cycle(iter(iterable)))


def _accumulate(iterator, func, initial):
    total = initial
    if initial is _NOTHING:
        for total in iterator:
            break
        else:
            return
    yield total
    if func is None:
        for item in iterator:
            total = total + item
            yield total
    else:
        for item in iterator:
            total = func(total, item)
            yield total


@c_class
class accumulate(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, iterable, func=None, *, initial=None):
        return _started(cls, _accumulate(iter(iterable), func, _NOTHING if initial is None else initial))


def _batched(iterator, n, strict):
    while True:
        batch = []
        for item in iterator:
            batch.append(item)
            if len(batch) == n:
                break
        if not batch:
            return
        if strict and len(batch) < n:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)
        if len(batch) < n:
            return


@c_class
class batched(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, iterable, n, *, strict=False):
        n = _index(n)
        if n < 1:
            raise ValueError("n must be at least one")
        return _started(cls, _batched(iter(iterable), n, strict))


def _compress(data, selectors):
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item


@c_class
class compress(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, data, selectors):
        return _started(cls, _compress(iter(data), iter(selectors)))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


@c_class
class dropwhile(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, predicate, iterable, /):
        return _started(cls, _dropwhile(predicate, iter(iterable)))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


@c_class
class takewhile(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, predicate, iterable, /):
        return _started(cls, _takewhile(predicate, iter(iterable)))


def _filterfalse(function, iterator):
    if function is None or function is bool:
        for item in iterator:
            if not item:
                yield item
    else:
        for item in iterator:
            if not function(item):
                yield item


@c_class
class filterfalse(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, function, iterable, /):
        return _started(cls, _filterfalse(function, iter(iterable)))


@c_class
class groupby:
    __module__ = "itertools"
    __slots__ = ("_items", "_key", "_item", "_current", "_target", "_group")

    def __new__(cls, iterable, key=None):
        self = object.__new__(cls)
        self._items = iter(iterable)
        self._key = key
        self._item = self._current = self._target = _NOTHING
        self._group = None
        return self

    def __iter__(self):
        return self

    def _step(self):
        item = self._items.__next__()
        self._current = item if self._key is None else self._key(item)
        self._item = item

    def __next__(self):
        self._group = None
        while self._current is _NOTHING or (self._target is not _NOTHING and self._target == self._current):
            self._step()
        self._target = self._current
        self._group = group = _grouper.__new__(_grouper)
        group._of = self
        group._target = self._target
        return self._current, group

    def __reduce__(self):
        made = (groupby, (self._items, self._key))
        if _NOTHING in (self._target, self._current, self._item):
            return made
        return made + ((self._current, self._item, self._target),)

    def __setstate__(self, state):
        self._current, self._item, self._target = state


@c_class
class _grouper:
    __module__ = "itertools"
    __slots__ = ("_of", "_target")

    def __iter__(self):
        return self

    def __next__(self):
        of = self._of
        if of._group is not self:
            raise StopIteration
        if of._item is _NOTHING:
            of._step()
        if not self._target == of._current:
            raise StopIteration
        item = of._item
        of._item = _NOTHING
        return item

    def __reduce__(self):
        # Of a group that was left nothing remains.
        return (iter, ((),)) if self._of._group is not self else (_grouper, (self._of, self._target))


def _bound(value):
    if value is None:
        return None
    try:
        number = value.__index__()
    except AttributeError:
        number = -1
    return number


def _islice(iterator, start, stop, step):
    at = 0
    wanted = start
    if stop is not None and stop <= start:
        while at < stop:
            for _ in iterator:
                break
            else:
                return
            at += 1
        return
    while stop is None or wanted < stop:
        for item in iterator:
            at += 1
            if at > wanted:
                break
        else:
            return
        yield item
        wanted += step
    while at < stop:
        for _ in iterator:
            break
        else:
            return
        at += 1


@c_class
class islice(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, /, *args):
        if not 2 <= len(args) <= 4:
            bound = "at least 2" if len(args) < 2 else "at most 4"
            raise TypeError(f"islice expected {bound} arguments, got {len(args)}")
        iterable, *args = args
        if len(args) == 1:
            stop = _bound(args[0])
            if stop is not None and stop < 0:
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            return _started(cls, _islice(iter(iterable), 0, stop, 1))
        start, stop = _bound(args[0]), _bound(args[1])
        step = _bound(args[2]) if len(args) == 3 else None
        if start is None:
            start = 0
        if start < 0 or (stop is not None and stop < 0):
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if step is None:
            step = 1
        if step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        return _started(cls, _islice(iter(iterable), start, stop, step))


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


@c_class
class pairwise(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, iterable, /):
        return _started(cls, _pairwise(iter(iterable)))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*tuple(args))


@c_class
class starmap(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, function, iterable, /):
        return _started(cls, _starmap(function, iter(iterable)))


def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    if not left:
        return
    while True:
        row = []
        for at, iterator in enumerate(iterators):
            item = fillvalue
            if iterator is not None:
                for item in iterator:
                    break
                else:
                    item = fillvalue
                    left -= 1
                    if not left:
                        return
                    iterators[at] = None
            row.append(item)
        yield tuple(row)


@c_class
class zip_longest(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, *iterables, fillvalue=None, **unknown):
        if unknown:
            raise TypeError("zip_longest() got an unexpected keyword argument")
        return _started(cls, _zip_longest([iter(each) for each in iterables], fillvalue))


def _product(pools):
    if not all(pools):
        return
    at = [0] * len(pools)
    row = [pool[0] for pool in pools]
    yield tuple(row)
    while True:
        for place in range(len(pools) - 1, -1, -1):
            pool = pools[place]
            at[place] += 1
            if at[place] < len(pool):
                row[place] = pool[at[place]]
                break
            at[place] = 0
            row[place] = pool[0]
        else:
            return
        yield tuple(row)


@c_class
class product(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        return _started(cls, _product([tuple(each) for each in iterables] * repeat))


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in indices[:r]])
    while n:
        for i in range(r - 1, -1, -1):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices.append(indices.pop(i))
                cycles[i] = n - i
            else:
                j = n - cycles[i]
                indices[i], indices[j] = indices[j], indices[i]
                yield tuple([pool[k] for k in indices[:r]])
                break
        else:
            return


@c_class
class permutations(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError("Expected int as r")
        if r < 0:
            raise ValueError("r must be non-negative")
        return _started(cls, _permutations(pool, r))


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[i] for i in indices])
        for i in range(r - 1, -1, -1):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1


@c_class
class combinations(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        return _started(cls, _combinations(pool, r))


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[i] for i in indices])
        for i in range(r - 1, -1, -1):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)


@c_class
class combinations_with_replacement(_Run):
    __module__ = "itertools"
    __slots__ = ()

    def __new__(cls, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        return _started(cls, _combinations_with_replacement(pool, r))


@c_class
class _Tee:
    """One of several readers of an iterator: a chain of cells that the readers share."""
    __module__ = "itertools"
    __slots__ = ("_items", "_cell")

    def __new__(cls, iterable=()):
        self = object.__new__(cls)
        if isinstance(iterable, _Tee):
            self._items, self._cell = iterable._items, iterable._cell
        else:
            self._items, self._cell = iter(iterable), [_NOTHING, None]
        return self

    def __iter__(self):
        return self

    def __next__(self):
        cell = self._cell
        after = cell[1]
        if after is None:
            cell[1] = _NOTHING
            try:
                cell[0] = self._items.__next__()
                after = [_NOTHING, None]
            finally:
                cell[1] = after
        elif after is _NOTHING:
            raise RuntimeError("cannot re-enter the tee iterator")
        self._cell = after
        return cell[0]

    def __copy__(self):
        return _Tee(self)


_Tee.__name__ = _Tee.__qualname__ = "_tee"


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    first = iterable if isinstance(iterable, _Tee) else _Tee(iterable)
    return (_Tee(first) if first is iterable else first, *(_Tee(first) for _ in range(n - 1)))
