"""What a weak proxy and a WeakSet can do."""
import copy, operator, weakref
from collections.abc import MutableSet


def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)


class N:
    def __init__(s,v): s.v=v
    def __add__(s,o): return ('add',s.v,o if not isinstance(o,N) else o.v)
    def __radd__(s,o): return ('radd',s.v,o)
    def __iadd__(s,o): s.v+=o; return s
    def __matmul__(s,o): return 'mm'
    def __neg__(s): return 'neg'
    def __int__(s): return 5
    def __float__(s): return 5.5
    def __index__(s): return 7
    def __len__(s): return 3
    def __getitem__(s,k): return k
    def __contains__(s,k): return k==1
    def __bool__(s): return False
    def __lt__(s,o): return 'lt'
    def __eq__(s,o): return True
    def __call__(s,*a): return a
    def __iter__(s): return iter([1])
    def __reversed__(s): return iter([2])
    def __hash__(s): return 4
    def __str__(s): return 'str'
    def __divmod__(s,o): return 'dm'
    def __pow__(s,o,m=None): return ('pow',o,m)
    def __rpow__(s,o): return ('rpow',o)
    def __invert__(s): return 'inv'
    def __abs__(s): return 'abs'
    def __bytes__(s): return b'x'
    def __next__(s): return 9
    def __setitem__(s,k,v): print('set',k,v)
    def __delitem__(s,k): print('del',k)
n=N(1); p=weakref.proxy(n)
t('p0', lambda: p+1); t('p1', lambda: 1+p); t('p2', lambda: p@1); t('p3', lambda: -p); t('p4', lambda:int(p)); t('p5', lambda:float(p))
import operator
t('p6', lambda: operator.index(p)); t('p7', lambda: len(p)); t('p8', lambda:p[3]); t('p9', lambda: 1 in p); t('p10', lambda: bool(p))
t('p11', lambda: p<1); t('p12', lambda: p==1); t('p13', lambda: p(1,2)); t('p14', lambda: list(p)); t('p15', lambda:list(reversed(p)))
t('p16', lambda: hash(p)); t('p17', lambda: str(p)); t('p18', lambda:divmod(p,1)); t('p19', lambda:pow(p,1)); t('p20', lambda:pow(p,2,3)); t('p21',lambda:~p)
t('p22', lambda: abs(p)); t('p23', lambda: bytes(p)); t('p24', lambda: next(p)); t('p25', lambda: 2**p); t('p26', lambda: p+p); t('p27', lambda: range(10)[p])
t('p29', lambda: type(p)); t('p30', lambda: p.__class__); t('p31', lambda: isinstance(p,N))
p[1]=2
del p[1]
q=p
q+=2
t('p32', lambda: (type(q).__name__, q.v))
n=0;q=0
t('p34', lambda: p+1); t('p35', lambda: p.v); t('p36', lambda: str(p)); t('p36',lambda:bool(p)); t('p37', lambda: p==1)
class W:
    def __init__(s,n): s.n=n
    def __repr__(s): return f'W{s.n}'
a,b,c=W(1),W(2),W(3)
s1=weakref.WeakSet([a,b]); s2=weakref.WeakSet([b,c])
for name in 'union intersection difference symmetric_difference issubset issuperset isdisjoint __or__ __and__ __sub__ __xor__ __le__ __ge__ __lt__ __gt__ __eq__'.split():
    def f():
        r=getattr(s1,name)(s2)
        return sorted(map(repr,r)) if isinstance(r,weakref.WeakSet) else r
    t('w '+name, f)
x = weakref.WeakSet([a]); x |= s2; x -= {b}; print(sorted(map(repr, x))); x &= [a]; x ^= [c]; print(sorted(map(repr, x)), x == {a, c}, x == weakref.WeakSet([c, a]))
print(isinstance(x, MutableSet), len(x.union([b])), x.issubset([a, b, c]), sorted(map(repr, copy.copy(x))), weakref.WeakSet[int], x.pop() in (a, c), 3 in x)
del a, c; print(len(x), len(s1), s1)if False else print(len(s1))
t('empty', lambda: weakref.WeakSet().pop())
t('remove', lambda: x.remove(b))
class Sub(weakref.WeakSet): pass
print(type(Sub([b]) | s1).__name__, weakref.ProxyType, weakref.ProxyTypes)
