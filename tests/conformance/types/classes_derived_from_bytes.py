"""Classes derived from bytes and bytearray: what they are made of, what stays of their class, and what comes apart."""
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import copy, pickle
try:
    class B(bytes):
        def hello(self): return len(self)
except Exception as e:
    print(repr(e)); B = bytes
class A(bytearray):
    def __init__(self, *a):
        super().__init__(*a)
        self.n = 1
for K in (B, A):
    t(lambda: K(b"abc"))
    t(lambda: type(K(b"abc")))
    t(lambda: (K(b"abc")[0], K(b"abc")[1:], type(K(b"abc")[:])))
    t(lambda: (K(b"abc")+b"d", type(K(b"a")+b"d"), type(b"d"+K(b"a")), type(K(b"ab")*2)))
    t(lambda: (K(b"abc")==b"abc", b"abc"==K(b"abc"), K(b"a")<b"b", isinstance(K(b""), bytes)))
    t(lambda: hash(K(b"abc"))==hash(b"abc"))
    t(lambda: {b"abc": 1}[K(b"abc")])
    t(lambda: (K(3), K([1,2]), K("aé","utf8"), K()))
    t(lambda: type(K.fromhex("61 62")))
    t(lambda: (type(K(b"abc").upper()), type(K(b"abc").replace(b"x",b"y")), K(b"a,b").split(b","), [type(x) for x in K(b"a,b").split(b",")]))
    t(lambda: (type(K(b"abc").strip()), type(K(b"a").join([b"x"])), type(bytes(K(b"a"))), bytes(K(b"a")), bytearray(K(b"x"))))
    t(lambda: (type(K(b"abc") % ()), str(K(b"abc"), "ascii"), K(b"abc").decode()))
    def g():
        x = K(b"abc"); x.attr = 5; return x.attr, x.__dict__, x, copy.copy(x), copy.copy(x).attr, type(copy.deepcopy(x))
    t(g)
    def g():
        x = K(b"abc"); x.attr = 7
        y = pickle.loads(pickle.dumps(x)); return y, type(y), y.__dict__
    t(g)
    def g():
        x = K(b"abc"); x += b"d"; y = K(b"ab"); y *= 2; return x, type(x), y, type(y)
    t(g)
    t(lambda: list(K(b"abc")))
    t(lambda: 97 in K(b"abc"))
    t(lambda: memoryview(K(b"abc")).tolist())
    t(lambda: (bytes(memoryview(K(b"abc"))), memoryview(K(b"a")).obj))
    t(lambda: repr(K(b"it's")))
    t(lambda: K.__mro__)
    t(lambda: K(1, 2))
    t(lambda: int(K(b"12")))
    t(lambda: b"".join([K(b"ab"), K(b"c")]))
class S(bytes):
    __slots__ = ()
t(lambda: S(b"q").__dict__)
def g():
    class T(bytes):
        __slots__ = ("a",)
t(g)
class N(bytes):
    def __new__(cls, x):
        self = super().__new__(cls, x.encode())
        self.orig = x
        return self
    def __repr__(self): return f"N({self.orig!r})"
    def __len__(self): return 99
    def __getitem__(self, i): return "item"
    def __eq__(self, o): return NotImplemented
    def __hash__(self): return 5
t(lambda: (N("hé"), len(N("x")), N("x")[0], N("x")==b"x", hash(N("x"))))
class X:
    def __bytes__(self): return B(b"sub")
t(lambda: (bytes(X()), type(bytes(X())), type(B(X()))))
class Y(bytes):
    def __bytes__(self): return b"other"
t(lambda: (bytes(Y(b"q")), B(Y(b"q"))))
class M(bytes):
    def __bytes__(self): return 3
t(lambda: bytes(M(b"")))
t(lambda: bytes.__new__(B, b"q"))
t(lambda: type(bytes.__new__(B, b"q")))
t(lambda: bytes.__new__(int, b"q"))
t(lambda: bytes.__new__(3, b"q"))

