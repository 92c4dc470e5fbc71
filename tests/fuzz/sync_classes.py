"""The parts of random programs that are about classes: methods and operators, inheritance, properties, dataclasses, enumerations."""

BINARY = {"__add__": "+", "__sub__": "-", "__mul__": "*", "__truediv__": "/", "__floordiv__": "//", "__mod__": "%", "__matmul__": "@", "__and__": "&", "__or__": "|", "__lshift__": "<<", "__pow__": "**"}
COMPARED = {"__eq__": "==", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ne__": "!=", "__ge__": ">="}


class ClassParts:
    PARTS = {"classes": 4, "operators": 4, "inheritance": 4, "descriptors": 3, "dataclasses": 3, "enumerations": 2, "protocols": 4, "metaclasses": 2}

    def part_classes(self):
        self.variables(2, 4)
        name = self.fresh("Thing")
        slots = self.chance(0.2)
        with self.block(f"class {name}:"):
            if slots:
                self.line("__slots__ = ('a', 'b')")
            elif self.chance(0.5):
                self.line(f"shared = {self.expression('any', 1)}")
            with self.block("def __init__(self, a, b=" + self.expression("any", 0) + "):"):
                self.line("self.a = a")
                if self.chance(0.8):
                    self.line("self.b = b")
            if self.chance(0.5):
                with self.block("def __repr__(self):"):
                    self.line(self.pick(["return f'<{self.a!r}>'", "return 'T(%r)' % (self.a,)", "return self.a", "return f'{type(self).__name__}({self.a}, {self.b})'"]))
            if self.chance(0.3):
                with self.block("def __str__(self):"):
                    self.line(self.pick(["return 'str ' + str(self.a)", "return self.b", "return repr(self)"]))
            with self.block("def method(self, x, *rest):"):
                self.line(self.pick(["return self.a, x, rest", "self.c = x; return self.c", "return self.nope", "self.a += x; return self.a", "return x(self.a)"]))
            if self.chance(0.4):
                self.line("@classmethod")
                with self.block("def make(cls, *args):"):
                    self.line("return cls(*args)")
            if self.chance(0.4):
                self.line("@staticmethod")
                with self.block("def plain(x=1):"):
                    self.line("return x, 'plain'")
            if self.chance(0.3):
                with self.block("def __getattr__(self, name):"):
                    self.line(self.pick(["return name.upper()", "raise AttributeError(name)", "return self.__dict__.get(name, 'none')"]))
            if self.chance(0.2):
                with self.block("def __del__(self):"):
                    self.line("print('gone')")
        it = self.fresh("t")
        self.line(f"{it} = {name}({self.expression('any', 1)})")
        for _ in range(self.number(4, 9)):
            self.line("show(lambda: " + self.pick([f"{it}.a", f"{it}.b", f"{it}.method({self.expression('any', 1)})", f"{it}.method()", f"{name}({self.expression('any', 1)}, {self.expression('any', 1)}).a", f"{name}()", f"{name}(1, 2, 3)",
                                                   f"{it}.make(1)", f"{name}.make(2, 3).b", f"{it}.plain(5)", f"{it}.shared", f"{name}.shared", f"{it}.missing", f"setattr({it}, 'z', 1)", f"vars({it})", f"{it}.method.__name__", f"{name}.method(1)", f"{name}.method({it}, 2)",
                                                   f"getattr({it}, 'q', 'default')", f"hasattr({it}, 'b')", f"isinstance({it}, {name})", f"{name}.__name__, {name}.__mro__[-1], {name}.__module__", f"delattr({it}, 'a')", f"{it} == {it}", f"{it} < {it}", f"{it}()",
                                                   f"{it}[0]", f"len({it})", f"{it} + 1", f"str({it}) and 1", f"'%s' % {it} and 2", f"{it}.__class__", f"bool({it})", f"for_ in {it}" if False else f"1 in {it}", f"iter({it})", f"{it}.a.b", f"{name}.nope", f"f'{{{it}.a}}'", f"f'{{{it}.a:>5}}'"]) + ")")
        if self.chance(0.3):
            self.line(f"{it} = None")

    def part_operators(self):
        self.variables(1, 3)
        first, second = self.fresh("L"), self.fresh("R")
        for name in (first, second):
            inherits = self.pick(["", "", f"({first})" if name == second else "", "(int)" if self.chance(0.3) else ""])
            with self.block(f"class {name}{inherits}:"):
                wanted = self.some(list(BINARY), 2, 5)
                for method in wanted:
                    for each in self.some([method, method.replace("__", "__r", 1), method.replace("__", "__i", 1)], 1, 2):
                        with self.block(f"def {each}(self, other):"):
                            self.line(f"print('{name}.{each}')")
                            self.line(self.pick(["return NotImplemented", f"return '{name}{each}'", "return self", "return 1", f"return {self.expression('any', 1)}"]))
                for method in self.some(list(COMPARED), 0, 3):
                    with self.block(f"def {method}(self, other):"):
                        self.line(f"print('{name}.{method}')")
                        self.line(self.pick(["return NotImplemented", "return True", "return False", "return 'yes'"]))
                for method in self.some(["__neg__", "__abs__", "__invert__", "__pos__", "__bool__", "__index__", "__int__", "__float__", "__len__", "__round__", "__hash__"], 0, 3):
                    with self.block(f"def {method}(self):"):
                        self.line(self.pick(["return 3", "return 1.5", "return True", "return -1", "return 'x'", "return None"]))
                with self.block("def __repr__(self):"):
                    self.line(f"return '{name}!'")
        pairs = [f"{first}()", f"{second}()", "1", "'s'", "[1]", "2.5", "None"]
        for _ in range(self.number(5, 10)):
            a, b = self.pick(pairs[:2]), self.pick(pairs)
            if self.chance(0.3):
                a, b = b, a
            kind = self.pick(["binary", "binary", "compare", "unary", "inplace"])
            if kind == "binary":
                self.line(f"show(lambda: {a} {self.pick(list(BINARY.values()))} {b})")
            elif kind == "compare":
                self.line(f"show(lambda: {a} {self.pick(list(COMPARED.values()))} {b})")
            elif kind == "unary":
                shape = self.pick(["-X", "abs(X)", "~X", "+X", "bool(X)", "not X", "int(X)", "float(X)", "len(X)", "round(X)", "[1, 2, 3, 4, 5][X]", "range(X)", "hex(X)", "'ab' * X", "1 if X else 2", "hash(X) is None", "{X: 1}", "complex(X)", "X in [1, X]", "[X].index(1)", "math.floor(X)", "'%d' % X", "f'{X}'", "f'{X:d}'", "sorted([X, X])", "max(X, X)", "divmod(X, 2)"])
                self.line(f"show(lambda: {shape.replace('X', self.pick(pairs[:2]))})")
            else:
                with self.block("try:"):
                    self.line(f"z = {a}")
                    self.line(f"z {self.pick(list(BINARY.values()))}= {b}")
                    self.line("print(z)")
                with self.block("except Exception:"):
                    self.line("traceback.print_exc()")

    def part_inheritance(self):
        self.variables(1, 3)
        names = [self.fresh("K") for _ in range(self.number(2, 5))]
        methods = ["f", "g", "__str__"]
        for number, name in enumerate(names):
            bases = self.some(names[:number], 0, 2) if number else [self.pick(["", "", "dict", "list", "str", "Exception"])]
            with self.block(f"class {name}({', '.join(each for each in bases if each)}):"):
                if self.chance(0.4):
                    self.line(f"value = {self.expression('any', 1)}")
                if self.chance(0.2):
                    with self.block("def __init_subclass__(cls, **kw):"):
                        self.line(f"print('{name} sees', cls.__name__, kw)")
                        self.line("super().__init_subclass__(**kw)")
                for method in self.some(methods, 1, 3):
                    with self.block(f"def {method}(self" + (", x=0" if method != "__str__" and self.chance(0.5) else "") + "):"):
                        self.line(self.pick([f"return '{name}.{method}'", f"return ['{name}', super().{method}()]" if method != "__str__" else f"return '{name}' + super().__str__()", f"print('{name}.{method}'); return super().{method}()", f"return self.value, '{name}'" if method != "__str__" else f"return '{name}'"]))
        for name in names:
            if self.chance(0.7):
                self.line(f"show(lambda: {name}().{self.pick(['f()', 'g()', 'f(1)', 'value', '__class__', 'f(x=2)', 'h'])})")
            if self.chance(0.5):
                self.line(f"show(lambda: [k.__name__ for k in {name}.__mro__])")
            if self.chance(0.4):
                self.line(f"show(lambda: str({name}())" + self.pick(["", "[:20]"]) + ")" if self.chance(0.3) else f"show(lambda: {name}.__base__.__name__)")
        self.line(f"show(lambda: issubclass({names[-1]}, {names[0]}))")
        self.line(f"show(lambda: isinstance({names[-1]}(), ({names[0]}, int)))")
        if self.chance(0.4):
            self.line(f"show(lambda: type('Made', ({', '.join(self.some(names, 1, 2))},), {{'f': lambda self: 'made'}})().f())")
        if self.chance(0.4):
            self.line(f"show(lambda: super({names[-1]}, {names[-1]}()).{self.pick(['f()', 'g()', 'nope'])})")

    def part_descriptors(self):
        self.variables(1, 3)
        with self.block("class Field:"):
            with self.block("def __set_name__(self, owner, name):"):
                self.line("print('named', owner.__name__, name)")
                self.line("self.name = name")
            with self.block("def __get__(self, it, owner=None):"):
                with self.block("if it is None:"):
                    self.line(self.pick(["return self.name", "return 'class'"]))
                self.line(self.pick(["return it.__dict__[self.name]", "return it.__dict__.get(self.name, 'unset')", "raise AttributeError(self.name)", "return 5"]))
            if self.chance(0.7):
                with self.block("def __set__(self, it, value):"):
                    self.line(self.pick(["it.__dict__[self.name] = value", "raise AttributeError('read only')", f"if not isinstance(value, int): raise TypeError(f'{{self.name}} wants int, not {{type(value).__name__}}')\n        it.__dict__[self.name] = value".replace("\n        ", "; ") if False else "it.__dict__[self.name] = [value]"]))
        with self.block("class Holder:"):
            self.line("x = Field()")
            if self.chance(0.5):
                self.line("y = Field()")
            self.line("@property")
            with self.block("def p(self):"):
                self.line(self.pick(["return self._p", "return 1", "'''Doc.'''; return self.x", "raise KeyError('p')"]))
            if self.chance(0.5):
                self.line("@p.setter")
                with self.block("def p(self, value):"):
                    self.line(self.pick(["self._p = value", "raise ValueError(value)"]))
            if self.chance(0.3):
                self.line("@p.deleter")
                with self.block("def p(self):"):
                    self.line("del self._p")
            if self.chance(0.3):
                self.line("@functools.cached_property")
                with self.block("def slow(self):"):
                    self.line("print('computed')")
                    self.line("return self.x")
            if self.chance(0.3):
                with self.block("def __setattr__(self, name, value):"):
                    self.line("print('set', name)")
                    self.line(self.pick(["super().__setattr__(name, value)", "object.__setattr__(self, name, value)", "self.__dict__[name] = value"]))
            if self.chance(0.2):
                with self.block("def __getattribute__(self, name):"):
                    with self.block("if name == 'q':"):
                        self.line("return 'q!'")
                    self.line("return super().__getattribute__(name)")
        self.line("h = Holder()")
        for _ in range(self.number(4, 9)):
            self.line("show(lambda: " + self.pick(["h.x", "h.p", f"setattr(h, 'x', {self.expression('any', 1)})", f"setattr(h, 'p', {self.expression('any', 1)})", "delattr(h, 'x')", "delattr(h, 'p')", "Holder.x", "vars(h)", "h.slow", "h.q", "Holder.p.__doc__", "h.y", "h.z", "Holder.p.fget.__name__", "type(Holder.p)", "h.__dict__"]) + ")")

    def part_dataclasses(self):
        self.variables(1, 3)
        options = self.some(["order=True", "frozen=True", "slots=True", "kw_only=True", "eq=False", "repr=False", "unsafe_hash=True", "init=True"], 0, 2)
        name = self.fresh("D")
        self.line(f"@dataclass({', '.join(options)})" if options else "@dataclass")
        with self.block(f"class {name}:"):
            self.line("a: int")
            for each in self.some(["b: str = 'b'", "c: list = field(default_factory=list)", "d: float = field(default=1.5, repr=False)", "e: int = field(default=0, compare=False)", "f: tuple = (1, 2)", "g: int = field(init=False, default=9)", "bad: list = []" if self.chance(0.1) else "h: 'str' = None"], 1, 4):
                self.line(each)
            if self.chance(0.3):
                with self.block("def __post_init__(self):"):
                    self.line(self.pick(["print('made', self.a)", "self.a = self.a * 2", "self.extra = 1"]))
            if self.chance(0.3):
                with self.block("def total(self):"):
                    self.line("return self.a, type(self).__name__")
        child = name
        if self.chance(0.3):
            child = self.fresh("D")
            self.line("@dataclass" + self.pick(["", "(frozen=True)", "(order=True)"]))
            with self.block(f"class {child}({name}):"):
                self.line(self.pick(["z: int = 3", "a: str = 'over'", "z: int"]))
        for _ in range(self.number(4, 8)):
            a = self.expression("int", 1)
            self.line("show(lambda: " + self.pick([f"{name}({a})", f"{name}(a={a})", f"{name}()", f"{name}({a}) == {name}({a})", f"{name}(1) < {name}(2)", f"{child}({a}, {self.expression('any', 1)})", f"asdict({name}(a={a}))", f"astuple({name}(a={a}))", f"replace({name}(a={a}), a=0)", f"{name}(a=1, q=2)",
                                                   f"setattr({name}(a=1), 'a', 2)", f"len({{hash(each) for each in ({name}(a=1), {name}(a=1))}})", f"{name}.__match_args__", f"[f for f in {name}.__dataclass_fields__]", f"sorted([{name}(a=2), {name}(a=1)])", f"{child}(a=1)", f"str({child}(a=5))", f"{name}.__annotations__", f"{name}(a=1).total()", f"{name}(a=1).c"]) + ")")

    def part_enumerations(self):
        name = self.fresh("Colour")
        base = self.pick(["Enum", "IntEnum", "Flag", "Enum", "str, Enum"])
        with self.block(f"class {name}({base}):"):
            if base == "str, Enum":
                members = ["RED = 'r'", "GREEN = 'g'", "BLUE = 'b'"]
            else:
                members = self.pick([["RED = 1", "GREEN = 2", "BLUE = 4"], ["RED = auto()", "GREEN = auto()", "BLUE = auto()"], ["RED = 1", "GREEN = 2", "ALSO = 1", "BLUE = 8"]])
            for each in members:
                self.line(each)
            if self.chance(0.3):
                with self.block("def describe(self):"):
                    self.line("return self.name.lower(), self.value")
            if self.chance(0.2):
                with self.block("def __str__(self):"):
                    self.line("return self.name")
        for _ in range(self.number(4, 9)):
            self.line("show(lambda: " + self.pick([f"{name}.RED", f"{name}(1)", f"{name}['GREEN']", f"{name}(99)", f"{name}['NONE']", f"list({name})", f"{name}.RED.value", f"{name}.RED == 1", f"{name}.RED is {name}(1)", f"{name}.RED | {name}.BLUE", f"{name}.RED & {name}.BLUE", f"str({name}.BLUE)", f"f'{{{name}.RED}}'",
                                                   f"{name}.RED < {name}.BLUE", f"len({name})", f"{name}.RED in {name}", f"1 in {name}", f"{name}.PINK", f"setattr({name}, 'RED', 5)", f"{name}.RED.describe()", f"[m.name for m in {name}]", f"{name}.__members__", f"~{name}.RED", f"repr({name})", f"{name}.RED + 1", f"{name}(3)", f"bool({name}.RED)", f"isinstance({name}.RED, int)", f"format({name}.RED, '>10')", f"{{{name}.RED: 1}}[{name}.RED]", f"sorted({name})"]) + ")")

    def part_protocols(self):
        self.variables(1, 3)
        name = self.fresh("Box")
        with self.block(f"class {name}:"):
            with self.block("def __init__(self, *items):"):
                self.line("self.items = list(items)")
            offered = self.some(["len", "getitem", "setitem", "delitem", "contains", "iter", "call", "reversed", "missing", "bool", "format", "index", "bytes", "eq_hash", "getattr", "length_hint"], 2, 8)
            bodies = {"len": ("__len__(self)", ["return len(self.items)", "return -1", "return 'x'", "return 2"]), "getitem": ("__getitem__(self, i)", ["return self.items[i]", "print('get', i); return self.items[i]", "return i"]),
                      "setitem": ("__setitem__(self, i, v)", ["self.items[i] = v", "print('set', i, v)"]), "delitem": ("__delitem__(self, i)", ["del self.items[i]", "print('del', i)"]), "contains": ("__contains__(self, v)", ["return v in self.items", "return 'yes'", "raise ValueError(v)"]),
                      "iter": ("__iter__(self)", ["return iter(self.items)", "yield from self.items", "return 5", "return self"]), "call": ("__call__(self, *a, **k)", ["return a, k"]), "reversed": ("__reversed__(self)", ["return iter([9])"]), "missing": ("__missing__(self, k)", ["return k"]),
                      "bool": ("__bool__(self)", ["return False", "return 1", "return not self.items"]), "format": ("__format__(self, spec)", ["return f'<{spec}>'", "return 5"]), "index": ("__index__(self)", ["return 1", "return '1'", "return True"]), "bytes": ("__bytes__(self)", ["return b'b'", "return 'b'"]),
                      "eq_hash": ("__eq__(self, other)", ["return isinstance(other, type(self))", "return NotImplemented"]), "getattr": ("__getattr__(self, n)", ["return n * 2"]), "length_hint": ("__length_hint__(self)", ["return 10"])}
            for each in offered:
                if each == "getattr":
                    continue
                head, choices = bodies[each]
                with self.block(f"def {head}:"):
                    choice = self.pick(choices)
                    if choice == "return i":    # without an end, iteration would not stop
                        self.line("if not isinstance(i, slice) and i > 3: raise IndexError(i)")
                    self.line(choice)
                    if each == "iter" and choice == "return self":
                        pass
        it = self.fresh("box")
        self.line(f"{it} = {name}({self.fill('<any>, <any>, 1', 1)})")
        for _ in range(self.number(6, 12)):
            self.line("show(lambda: " + self.pick([f"len({it})", f"{it}[0]", f"{it}[1:]", f"{it}[5]", f"1 in {it}", f"list({it})", f"[x for x in {it}]", f"{it}(1, k=2)", f"list(reversed({it}))", f"bool({it})", f"f'{{{it}:>5}}'", f"format({it})", f"[1, 2, 3][{it}]", f"bytes({it})", f"{it} == {it}", f"hash({it}) == 1",
                                                   f"{{{it}}} and 1", f"a_, *b_ = {it}" if False else f"(lambda *a: a)(*{it})", f"sum({it})", f"max({it})", f"sorted({it})", f"tuple({it})", f"dict({it})", f"next({it})", f"iter({it}) and 1", f"enumerate({it}) and 2", f"zip({it}, {it}) and 3", f"{it}['k']", f"{it}[...]", f"{it}[1, 2]", f"{it}[::2, None]", f"any({it})",
                                                   f"{it}.__setitem__(0, 5)", f"' '.join({it})", f"set({it}) and 4", f"[*{it}, *{it}]", f"{it} != {name}()", f"operator.length_hint({it})", f"list(map(str, {it}))[:1]", f"isinstance({it}, collections.abc.Iterable)", f"isinstance({it}, collections.abc.Sized)", f"isinstance({it}, collections.abc.Hashable)", f"operator.index({it})", f"{it}.items"]) + ")")

    def part_metaclasses(self):
        with self.block("class Meta(type):"):
            if self.chance(0.5):
                with self.block("def __new__(mcls, name, bases, namespace, **kw):"):
                    self.line("print('new', name, [b.__name__ for b in bases], sorted(k for k in namespace if not k.startswith('__')), kw)")
                    self.line("return super().__new__(mcls, name, bases, namespace)")
                if self.chance(0.6):
                    with self.block("def __init__(cls, name, bases, namespace, **kw):"):
                        self.line("super().__init__(name, bases, namespace)")
            if self.chance(0.4):
                with self.block("def __call__(cls, *args, **kw):"):
                    self.line("print('call', cls.__name__, args)")
                    self.line("return super().__call__(*args, **kw)")
            if self.chance(0.4):
                self.line("@classmethod")
                with self.block("def __prepare__(mcls, name, bases, **kw):"):
                    self.line("return {'prepared': name}")
            if self.chance(0.3):
                with self.block("def __len__(cls):"):
                    self.line("return 7")
            if self.chance(0.3):
                with self.block("def __iter__(cls):"):
                    self.line("return iter('xy')")
            if self.chance(0.3):
                with self.block("def __instancecheck__(cls, it):"):
                    self.line("return it == 1")
            if self.chance(0.3):
                with self.block("def __getattr__(cls, name):"):
                    self.line("return 'meta ' + name")
            if self.chance(0.3):
                with self.block("def __repr__(cls):"):
                    self.line("return f'<{cls.__name__}>'")
        with self.block("class A(metaclass=Meta" + self.pick(["", ", option=1", ""]) + "):"):
            self.line("x = 1")
            with self.block("def __init__(self, *a):"):
                self.line("self.a = a")
            if self.chance(0.3):
                with self.block("def __new__(cls, *a):"):
                    self.line("print('made')")
                    self.line(self.pick(["return super().__new__(cls)", "return 5", "return object.__new__(cls, *a)"]))
            if self.chance(0.3):
                with self.block("def __class_getitem__(cls, item):"):
                    self.line("return cls.__name__, item")
        with self.block("class B(A):"):
            self.line("y = 2")
        for _ in range(self.number(3, 7)):
            self.line("show(lambda: " + self.pick(["A(1).a", "A().x", "len(A)", "list(B)", "isinstance(1, A)", "A.z", "B.prepared", "type(B).__name__", "A", "B(1, 2).a", "A[int]", "B().nope", "type(A)", "Meta('C', (A,), {})", "Meta('C', (), {}, q=1)", "A + B", "B.__mro__", "A.__dict__.get('prepared')", "A(1) == 5", "type('D', (B,), dict(q=1)).q", "issubclass(B, A)", "A.__class__", "B.x, B.y", "A is A"]) + ")")
