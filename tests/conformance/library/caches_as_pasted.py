"""Caches as people write them: linked nodes behind a MutableMapping, an OrderedDict, lru_cache, cached_property."""
from collections import OrderedDict
from collections.abc import MutableMapping
from functools import lru_cache, cached_property, singledispatchmethod, partial, cmp_to_key, reduce
import operator, time, weakref, sys
from typing import Generic, TypeVar, Callable, Hashable, Iterator, overload, Any

K = TypeVar('K', bound=Hashable)
V = TypeVar('V')

class Node(Generic[K, V]):
    __slots__ = 'key', 'value', 'prev', 'next', '__weakref__'
    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self

class LRU(MutableMapping[K, V]):
    def __init__(self, capacity: int, on_evict: Callable[[K, V], None] | None = None):
        self.capacity = capacity
        self.map: dict[K, Node[K, V]] = {}
        self.root: Node = Node()
        self.on_evict = on_evict
        self.hits = self.misses = 0
    def _unlink(self, n): n.prev.next, n.next.prev = n.next, n.prev
    def _front(self, n):
        n.prev, n.next = self.root, self.root.next
        self.root.next.prev = n; self.root.next = n
    def __getitem__(self, key: K) -> V:
        try: n = self.map[key]
        except KeyError:
            self.misses += 1
            return self.__missing__(key)
        self.hits += 1; self._unlink(n); self._front(n)
        return n.value
    def __missing__(self, key): raise KeyError(key)
    def __setitem__(self, key: K, value: V) -> None:
        if key in self.map: self._unlink(self.map[key])
        elif len(self.map) >= self.capacity:
            old = self.root.prev; self._unlink(old); del self.map[old.key]
            if self.on_evict: self.on_evict(old.key, old.value)
        n = self.map[key] = Node(key, value); self._front(n)
    def __delitem__(self, key): self._unlink(self.map.pop(key))
    def __iter__(self) -> Iterator[K]:
        n = self.root.next
        while n is not self.root:
            yield n.key; n = n.next
    def __len__(self): return len(self.map)
    def __repr__(self): return f'{type(self).__name__}({[(k, self.map[k].value) for k in self]})'
    def __contains__(self, key): return key in self.map

class Simple(OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def __setitem__(self, k, v):
        super().__setitem__(k, v); self.move_to_end(k)
        while len(self) > self.n: print('out', self.popitem(last=False))
    def __getitem__(self, k): v = super().__getitem__(k); self.move_to_end(k); return v

c = LRU[str, int](2, on_evict=lambda k, v: print('evicted', k, v))
c['a'] = 1; c['b'] = 2; c['a']; c['c'] = 3; c.update(d=4, e=5)
print(c, len(c), 'a' in c, c.get('zz', 'default'), c.hits, c.misses, c.pop('e'), c.setdefault('q', 9), c)
try: c['nope']
except KeyError as e: print('KeyError', e, e.args)
print(LRU.__orig_bases__, Node.__parameters__, LRU[str, int], c.__orig_class__ if hasattr(c, '__orig_class__') else None, Node.__slots__)
s = Simple(2)
for i, k in enumerate('xyz'): s[k] = i
s['y']; s['w'] = 7
print(s, list(reversed(s)), s == {'y': 1, 'w': 7})

@lru_cache(maxsize=3, typed=True)
def f(x, *, y=0):
    """doc of f"""
    print('computing', x, y); return x, y
f(1); f(1.0); f(1); f(2, y=1); f(3); f(1)
print(f.cache_info(), f.cache_parameters(), f.__wrapped__.__name__, f)if False else print(f.cache_info(), f.cache_parameters(), f.__doc__, f.cache_info()._asdict())
f.cache_clear(); print(f.cache_info())
try: f([])
except TypeError as e: print(e)
try: lru_cache('x')
except TypeError as e: print(e)

class Shape:
    def __init__(self, w, h): self.w, self.h = w, h
    @cached_property
    def area(self): print('area!'); return self.w * self.h
    @singledispatchmethod
    def scale(self, by): raise NotImplementedError(type(by))
    @scale.register
    def _(self, by: int): return Shape(self.w * by, self.h * by)
    @scale.register(tuple)
    @scale.register(list)
    def _(self, by): return Shape(self.w * by[0], self.h * by[1])
    @lru_cache
    def expensive(self): return self.w
sh = Shape(2, 3)
print(sh.area, sh.area, vars(sh), sh.scale(2).area, sh.scale((1, 5)).area)
try: sh.scale('x')
except NotImplementedError as e: print(repr(e))
del sh.area; print('area' in sh.__dict__, Shape.area.__doc__, sh.expensive(), Shape.expensive.cache_info())
w = weakref.WeakValueDictionary(); n = Node('k', 'v'); w['n'] = n; print(len(w), w["n"].value)
print(sorted(['b10', 'a2', 'b9'], key=cmp_to_key(lambda a, b: (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b))), reduce(operator.or_, [{1}, {2}], set()))
p = partial(int, base=2); print(p, p('101'), p.keywords, partial(p, base=8)('17'))
print(operator.attrgetter('w', 'h')(sh), operator.methodcaller('scale', 3)(sh).w, operator.itemgetter(1, -1)('abc'), operator.itemgetter(slice(1))([1, 2]))
