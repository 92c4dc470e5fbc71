import abc, contextlib, functools, itertools, operator, re, sys, typing as t, collections, dataclasses, enum, json, math, random
class Token(t.NamedTuple):
    type: str; value: str; pos: int
SPEC = [("NUM", r"\d+(\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[-+*/^()=,]"), ("WS", r"\s+"), ("BAD", r".")]
RE = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
def lex(s):
    for m in RE.finditer(s):
        k = m.lastgroup
        if k == "WS": continue
        if k == "BAD": raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        yield Token(k, m.group(), m.start())
class Parser:
    PREC = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}
    def __init__(self, s, env=None): self.toks = [*lex(s), None]; self.i = 0; self.env = collections.ChainMap(env or {}, vars(math))
    @property
    def tok(self): return self.toks[self.i]
    def eat(self, v=None):
        tok = self.tok
        if tok is None or v and tok.value != v: raise SyntaxError(f"expected {v or 'token'}, got {tok.value if tok else 'end'}")
        self.i += 1; return tok
    def expr(self, p=0):
        left = self.atom()
        while (tok := self.tok) and tok.value in self.PREC and self.PREC[tok.value][0] > p:
            self.eat(); q, fn = self.PREC[tok.value]; left = fn(left, self.expr(q - (tok.value == "^")))
        return left
    def atom(self):
        match self.eat():
            case Token("NUM", v): return float(v) if "." in v else int(v)
            case Token("OP", "("): r = self.expr(); self.eat(")"); return r
            case Token("OP", "-"): return -self.expr(2)
            case Token("ID", name):
                if self.tok and self.tok.value == "(":
                    self.eat("("); args = [self.expr()]
                    while self.tok.value == ",": self.eat(); args.append(self.expr())
                    self.eat(")"); return self.env[name](*args)
                return self.env[name]
            case tok: raise SyntaxError(f"bad {tok}")
for s in ["1+2*3", "-(2^3)^2/4", "2^3^2", "sqrt(16)+max(1,x)", "1+", "2 $ 3", "nope", "(1", "pi*2"]:
    try: print(s, "=", Parser(s, {"x": 10, "max": max}).expr())
    except (SyntaxError, KeyError) as e: print(s, "!", type(e).__name__, e)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j] if not isinstance(j, slice) else self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __repr__(self): return f"{type(self).__name__}({self.rows})"
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __iter__(self): return itertools.chain.from_iterable(self.rows)
    def __neg__(self): return Matrix([[-x for x in r] for r in self.rows])
    def __format__(self, spec): return "\n".join(" ".join(format(x, spec) for x in r) for r in self.rows)
    __hash__ = None
m = Matrix([[1, 2], [3, 4]]); m[0, 1] = 7; print(m @ m, m[1, :], list(m), -m, m == Matrix([[1, 7], [3, 4]])); print(f"{m:>4}")
class Meta(type):
    reg = {}
    def __new__(mcs, name, bases, ns, **kw): cls = super().__new__(mcs, name, bases, ns); mcs.reg[kw.get("key", name)] = cls; return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        if not hasattr(cls, "_inst"): cls._inst = super().__call__(*a, **k)
        return cls._inst
class Single(metaclass=Meta, key="one"):
    def __init__(self, v): self.v = v
print(Single(1) is Single(2), Single(3).v, list(Meta.reg))
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, o, owner=None): return self if o is None else getattr(o, self.name, None)
    def __set__(self, o, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(v).__name__}")
        setattr(o, self.name, v)
class Person:
    name = Typed(str); age = Typed(int)
    def __init_subclass__(cls, /, role="x", **kw): super().__init_subclass__(**kw); cls.role = role
    def __init__(self, name, age): self.name, self.age = name, age
class Boss(Person, role="boss"): __slots__ = ()
print(Boss("a", 3).role, vars(Boss("b", 1)))
try: Person("x", "y")
except TypeError as e: print(e)
def primes():
    seen = {}
    for n in itertools.count(2):
        if n not in seen: yield n; seen[n * n] = [n]
        else:
            for p in seen.pop(n): seen.setdefault(n + p, []).append(p)
print(list(itertools.islice(primes(), 10)), list(itertools.takewhile(lambda p: p < 20, primes())))
def coro():
    total = 0
    try:
        while True: total += (yield total) or 0
    except GeneratorExit: print("closed", total); raise
c = coro(); next(c); c.send(3); print(c.send(4)); c.close()
def deleg(): r = yield from (x for x in "ab"); return 5
def outer(): v = yield from deleg(); yield v
print(list(outer()))
@contextlib.contextmanager
def cd(): 
    try: yield 1
    except ZeroDivisionError as e: print("caught", e)
with cd(): 1 / 0
print(functools.reduce(lambda a, f: f(a), [str, len, lambda n: n * 2], 12345), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
nonl = []
def counter():
    n = 0
    def inc(by=1):
        nonlocal n; n += by; return n
    return inc
c1 = counter(); c1(); print(c1(5), c1.__closure__[0].cell_contents, counter.__code__.co_varnames, [f() for f in [lambda i=i: i * i for i in range(3)]])
print(f"{'x':*^7}|{3.14159:.2f}|{1e6:,.0f}|{255:#010b}|{'nested ' + f'{1+1}'}|{m=!r:.6}|{[*map(str, range(3))]!s:>18}|{True:d}|{None!s}|{0.1+0.2:.17g}|{1/3:%}|{-7//2} {-7%3} {7.5//2} {divmod(-7, 2)} {2**-1} {round(2.5)} {round(-1.55, 1)} {int('ff', 16)} {0b11:x}")
try:
    try: {}["k"]
    except KeyError as e: raise ValueError("wrapped") from e
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__, e.add_note("n"), e.__notes__)
try: raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3)])])
except* TypeError as g: print(repr(g), g.exceptions[0].exceptions)
except* (ValueError, KeyError) as g: print(g.subgroup(KeyError), g.split(ValueError)[0])
