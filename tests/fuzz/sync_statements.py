"""The parts of random programs that are about expressions and statements: values, control flow, functions, generators, errors."""
import sync_values

ERRORS = ["ValueError", "KeyError", "TypeError", "IndexError", "ZeroDivisionError", "RuntimeError", "LookupError", "StopIteration", "ArithmeticError",
          "AttributeError", "OSError", "NameError", "AssertionError", "OverflowError", "Oops"]
CAUGHT = ["Exception", "Exception", "ValueError", "(TypeError, ValueError)", "ZeroDivisionError", "LookupError", "ArithmeticError", "KeyError", "(IndexError, AttributeError)",
          "BaseException", "OSError"]
PATTERNS = ["0", "1 | 2 | 3", "int()", "int(x)", "str() as s", "str()", "[]", "[x]", "[x, y]", "[x, *rest]", "[*_, last]", "(1, x)", "{'a': x}", "{'a': 1, **rest}", "{}", "None", "True | False",
            "float() | complex()", "[int(), int()] as pair", "[[x, *_], *_]", "{'b': [*xs]}", "bytes()", "-1", "'a' | 'abc'", "(x, y) if x == y", "[x, 'a', _]", "bool(b)", "dict(d)", "tuple() | set()", "list() as l if len(l) > 2",
            "object(real=r)", "int(real=r, imag=0)", "[(x, _), *_]", "3.14 | 2.5", "2 + 3j", "{'key': int(k), **others}"]
PARAMETERS = ["a", "a, b", "a, b=2", "a, *args", "*args, **kwargs", "a, /, b", "a, *, key", "a, *, key=3", "a, b=1, *args, key=None, **kwargs", "a, /, b=5, *, key='k'", "*, a=1, **kw", "a=[], b={}", "*args, key"]
ARGUMENTS = ["<any>", "<any>, <any>", "a=<any>", "<any>, b=<any>", "<any>, key=<any>", "*<list>", "**<dict>", "<any>, *<list>, key=<any>", "", "<any>, <any>, <any>", "<any>, **{'key': <any>}", "*<str>, **{'a': <any>}", "zzz=<any>", "*<any>", "**<any>"]


class StatementParts:
    PARTS = {"values": 8, "formatting": 3, "statements": 5, "functions": 5, "closures": 3, "generators": 5, "errors": 7, "matching": 3, "comprehensions": 3, "unpacking": 3, "managers": 3,
             "groups": 2, "decorated": 2, "sorting": 2, "text": 3, "patterns": 2, "containers": 4, "numbers": 3, "deletions": 1}

    def variables(self, low=2, high=6):
        for kind in self.some(sync_values.VARIABLES, low, high):
            held, self._mistaken = self._mistaken, 0
            name = self.fresh(kind[0])
            self.line(f"{name} = {self.expression(kind, 1)}")
            self._mistaken = held
            self.scope.setdefault(kind, []).append(name)

    def show(self, kind="any", depth=None):
        self.line(f"show(lambda: {self.expression(kind, depth)})")

    def part_values(self):
        self.variables()
        for _ in range(self.number(4, 10)):
            self.show(self.pick(["any", "any", "any", "list", "iter", "none", "bool"]))
            if self.chance(0.3):
                self.line(f"print({self.expression('any', 2)}, {self.expression('any', 1)})")

    def part_formatting(self):
        self.variables(3, 6)
        shapes = [shape for shape in sync_values.SHAPES["str"] if "spec" in shape or "percent" in shape or "format" in shape or shape.startswith("f'")]
        for _ in range(self.number(5, 12)):
            self.line(f"show(lambda: {self.fill(self.pick(shapes), 2)})")

    def part_text(self):
        self.variables(2, 4)
        shapes = [shape for shape in sync_values.SHAPES["str"] + sync_values.SHAPES["strs"] + sync_values.SHAPES["bool"] + sync_values.SHAPES["bytes"] if shape.startswith(("<str>", "<bytes>"))]
        for _ in range(self.number(6, 14)):
            self.line(f"show(lambda: {self.fill(self.pick(shapes), 2)})")

    def part_patterns(self):
        self.variables(2, 4)
        for _ in range(self.number(4, 8)):
            shape = self.pick(["re.findall(<regex>, <str>)", "re.sub(<regex>, <regex_new>, <str>)", "re.split(<regex>, <str>)", "re.search(<regex>, <str>)", "re.fullmatch(<regex>, <str>)",
                               "[(m.span(), m.groups(), m.lastindex) for m in re.finditer(<regex>, <str>)]", "re.subn(<regex>, <regex_new>, <str>, count=<small>)", "re.compile(<regex>)", "re.match(<regex>, <str>)[<small>]",
                               "re.compile(<regex>, re.I | re.M).findall(<str>)", "re.compile(<regex>).groupindex", "re.compile(<regex>).search(<str>, <small>)", "re.match(<regex>, <str>).expand(r'\\1|\\g<0>')"])
            self.line(f"show(lambda: {self.fill(shape, 2)})")

    def part_containers(self):
        self.variables(4, 8)
        shapes = [shape for kind in ("none", "int", "ints", "dict", "set", "tuple") for shape in sync_values.SHAPES[kind] if shape.startswith(("<ints>", "<dict>", "<set>", "<tuple>", "<list>"))]
        for _ in range(self.number(5, 12)):
            self.line(f"show(lambda: {self.fill(self.pick(shapes), 2)})")
            if self.chance(0.3):
                self._mutate()
        for names in self.scope.values():
            self.line(f"print({', '.join(names)})")

    def _mutate(self):
        kinds = [kind for kind in ("ints", "strs", "dict") if self.scope.get(kind)]
        if not kinds:
            return
        kind = self.pick(kinds)
        name = self.pick(self.scope[kind])
        element = {"ints": "int", "strs": "str", "dict": "int"}[kind]
        place = self.expression("str", 1) if kind == "dict" else self.pick(sync_values.WORDS["index"] + [f"{s}" for s in sync_values.WORDS["slice"]] * (kind != "dict"))
        value = self.expression(kind if ":" in place and kind != "dict" else element, 2)
        with self.block("try:"):
            self.line(self.pick([f"{name}[{place}] = {value}", f"{name}[{place}] = {value}", f"del {name}[{place}]", f"{name}[{place}] += {value}", f"{name} += {self.expression('list', 1)}" if kind != "dict" else f"{name} |= {self.expression('dict', 1)}"]))
        with self.block("except Exception:"):
            self.line("traceback.print_exc()")

    def part_numbers(self):
        self.variables(2, 3)
        for _ in range(self.number(6, 14)):
            self.show(self.pick(["int", "float", "complex", "bool", "int", "float"]))

    def part_sorting(self):
        self.variables(2, 5)
        for _ in range(self.number(3, 7)):
            shape = self.pick(["sorted(<list>)", "sorted(<list>, key=<fun>)", "sorted(<list>, key=<fun>, reverse=True)", "max(<list>, key=<fun>)", "min(<list>)", "max(<any>, <any>)", "sorted(<dict>, key=<dict>.get)",
                               "sorted(<dict>.items(), key=lambda item: (-item[1], item[0]))", "sum(<list>, <any>)", "heapq.nlargest(2, <list>, key=<fun>)", "sorted(zip(<list>, <list>), key=operator.itemgetter(1))",
                               "sorted(<strs>, key=functools.cmp_to_key(lambda a, b: len(a) - len(b)))", "list(heapq.merge(sorted(<ints>), sorted(<ints>)))", "sorted(<list>, <fun>)", "min(<list>, default=<any>)", "max()", "bisect.insort(<ints>, <int>)"])
            self.line(f"show(lambda: {self.fill(shape, 2)})")

    # ---- statements

    def part_statements(self):
        self.variables(3, 6)
        for _ in range(self.number(3, 6)):
            self.statement()

    def statement(self):
        self._level += 1
        kind = self.pick_weighted({"assign": 4, "augment": 3, "print": 4, "if": 2, "for": 3, "while": 2, "try": 2, "raise": 0.4, "walrus": 1, "assert": 0.5, "chain": 1} if self._level < 4 else {"assign": 3, "print": 4, "augment": 2})
        getattr(self, "_" + kind)()
        self._level -= 1

    def body(self, low=1, high=3):
        for _ in range(self.number(low, high)):
            self.statement()

    def _assign(self):
        kind = self.pick(sync_values.VARIABLES)
        text = self.expression(kind)
        names = self.scope.get(kind)
        name = self.pick(names) if names and self.chance(0.5) else self.fresh(kind[0])
        self.line(f"{name} = {text}")
        if self._level == 1:
            self.scope.setdefault(kind, []).append(name)

    def _augment(self):
        kinds = [kind for kind in ("int", "float", "str", "ints", "tuple", "set", "dict") if self.scope.get(kind)]
        if not kinds:
            return self._assign()
        kind = self.pick(kinds)
        operator = self.pick({"int": ["+=", "-=", "//=", "%=", "&=", "|=", "^=", ">>="], "float": ["+=", "-=", "/=", "//="], "str": ["+="], "ints": ["+="], "tuple": ["+="], "set": ["|=", "&=", "-=", "^="], "dict": ["|="]}[kind])
        self.line(f"{self.pick(self.scope[kind])} {operator} {self.expression(kind, 2)}")

    def _print(self):
        self.line(f"print({self.expression('any')})")

    def _if(self):
        with self.block(f"if {self.expression('bool')}:"):
            self.body()
        if self.chance(0.4):
            with self.block(f"elif {self.expression('any')}:"):
                self.body()
        if self.chance(0.5):
            with self.block("else:"):
                self.body()

    def _for(self):
        target = self.pick(["x", "x", "i, x", "(i, x), y", "i, *x", "x"])
        over = {"x": "list", "i, x": "iter", "(i, x), y": "anys", "i, *x": "anys"}[target]
        with self.block(f"for {target} in {self.expression(over)}:"):
            self.line(f"print({target.replace('*', '').replace('(', '').replace(')', '')})")
            if self.chance(0.5):
                self.body(1, 2)
            if self.chance(0.4):
                with self.block(f"if {self.pick(['x', 'not x', self.expression('bool', 1)])}:"):
                    self.line(self.pick(["break", "continue"]))
        if self.chance(0.3):
            with self.block("else:"):
                self.body(1, 1)

    def _while(self):
        name = self.fresh("w")
        self.line(f"{name} = {self.number(1, 4)}")
        with self.block(f"while {name}:"):
            self.line(f"{name} -= 1")
            self.body(1, 2)
            if self.chance(0.4):
                with self.block(f"if {self.expression('bool', 1)}:"):
                    self.line(self.pick(["break", "continue"]))
        if self.chance(0.3):
            with self.block("else:"):
                self.body(1, 1)

    def _try(self):
        with self.block("try:"):
            self.body(1, 3)
        self.handler()
        if self.chance(0.3):
            with self.block("else:"):
                self.body(1, 1)
        if self.chance(0.3):
            with self.block("finally:"):
                self.line("print('finally')")
                if self.chance(0.3):
                    self.body(1, 1)

    def handler(self):
        caught = self.pick(CAUGHT)
        with self.block(f"except {caught} as error:"):
            self.line(self.pick(["print(type(error).__name__, error)", "print(repr(error))", "traceback.print_exc()", "print(error.args)", "print(error.__context__, error.__cause__)"]))
            if self.chance(0.15):
                self.line(self.pick(["raise", f"raise {self.error()} from error", f"raise {self.error()}", f"raise {self.error()} from None"]))

    def error(self):
        kind = self.pick([each for each in ERRORS if each != "Oops"])
        return self.pick([kind, f"{kind}()", f"{kind}({self.expression('any', 1)})", f"{kind}({self.expression('str', 1)}, {self.expression('int', 1)})"])

    def _raise(self):
        self.line(f"raise {self.error()}")

    def _assert(self):
        self.line(self.pick([f"assert {self.expression('bool')}", f"assert {self.expression('any')}, {self.expression('any', 1)}"]))

    def _walrus(self):
        self.line(f"print((w := {self.expression('any')}), w)")

    def _chain(self):
        self.line(self.pick([f"p = q = {self.expression('any')}", f"p, q = {self.expression('tuple')}", f"p, *q = {self.expression('list')}", f"(p, q), *_ = {self.expression('anys')}", f"[p, [q]] = {self.expression('anys')}"]))

    # ---- functions

    def part_functions(self):
        self.variables(2, 4)
        for _ in range(self.number(1, 2)):
            name, parameters = self.fresh("f"), self.pick(PARAMETERS)
            with self.block(f"def {name}({parameters}):"):
                if self.chance(0.4):
                    self.line(f"print({self.expression('any', 1)})")
                if self.chance(0.3):
                    with self.block(f"if {self.expression('bool', 2)}:"):
                        self.line(f"return {self.expression('any', 2)}")
                names = [word.strip(" */").split("=")[0] for word in parameters.split(",") if word.strip(" */")]
                self.line(f"return {', '.join(names)}" if self.chance(0.8) else f"return {self.expression('any', 2)}")
            for _ in range(self.number(2, 5)):
                self.line(f"show(lambda: {name}({self.fill(self.pick(ARGUMENTS), 2)}))")
            if self.chance(0.3):
                self.line(f"print({name}.__name__, {name}.__qualname__, {name}.__defaults__, {name}.__kwdefaults__, {name}.__code__.co_varnames)")
        if self.chance(0.4):
            name = self.fresh("f")
            with self.block(f"def {name}(n, acc=1):"):
                with self.block("if n <= 0:"):
                    self.line(f"return {self.expression('any', 2)}")
                self.line(f"return {name}(n - 1, acc * n)")
            self.line(f"show(lambda: {name}({self.number(0, 6)}))")
        if self.chance(0.4):
            self.line(f"show(lambda: {self.pick(self.BUILTIN_CALLS)})")

    BUILTIN_CALLS = ["len()", "len(1, 2)", "int('1', '2')", "print(sepp=1)", "sorted()", "sorted([1], 2)", "range()", "range(1.5)", "dict(1)", "list(1)", "str(b'', 'x', 'y', 'z')", "abs()", "isinstance(1)", "isinstance(1, 'x')", "max(1)",
                     "sum('ab', '')", "chr(-1)", "ord('ab')", "hash([])", "iter(1)", "next([])", "zip(1)", "enumerate()", "getattr(1, 'x')", "getattr(1)", "setattr(1, 'x', 2)", "'a'.join([1])", "'a'.split('')", "[].pop()", "{}.popitem()",
                     "set().pop()", "[1].remove(2)", "[1].index(2)", "(1,).index(2)", "'a'.index('b')", "int('x')", "int('')", "float('x')", "complex('x')", "bytes('a')", "bytes([256])", "bytes(-1)", "'%d' % 'x'", "'%s %s' % 1", "'%s' % (1, 2)",
                     "'{}'.format()", "'{x}'.format()", "'{0}{}'.format(1)", "format(1, 'zz')", "1 + 'a'", "'a' + 1", "[] + ()", "{} + {}", "1 < 'a'", "-'a'", "not_defined", "[1][5]", "[1]['a']", "{}['a']", "'a'[1.0]", "None.x", "None()", "(1)(2)", "[1](2)",
                     "len(5)", "5 @ 5", "[][0]", "divmod(1, 0)", "1 // 0", "1 % 0", "1.0 / 0", "0 ** -1", "pow(2, -1, 4)", "round('a')", "round(1.5, 'x')", "(1).real()", "'abc'.foo", "[].appendd(1)", "int.foo", "type(1, 2)", "object(1)", "object.__new__()",
                     "super()", "vars(1)", "dict([1])", "dict([(1, 2, 3)])", "{[]: 1}", "{1: 2}.update(3)", "slice()", "reversed({1})", "map(str)", "filter(None)", "list(map(1, [1]))", "all(1)", "print(1, 2, end=3)", "''.join(1)", "int(None)", "float([])",
                     "10 ** 400 * 1.0", "float(10 ** 400)", "int(float('inf'))", "int(float('nan'))", "math.sqrt(-1)", "math.factorial(-1)", "math.log(0)", "'a' * 'b'", "[1] * 1.5", "1 << -1", "1 if x else 2", "(lambda: y)()", "(lambda x: x)()", "(lambda: 1)(2)",
                     "bool(1, 2)", "tuple(1, 2)", "str.upper()", "str.upper(1)", "list.append([])", "[].sort(1)", "[].insert(1)", "'a'.replace('b')", "'a'.encode('zz')", "b'\\xff'.decode()", "memoryview(1)", "bytearray('a')", "eval",
                     "print.x", "len.__name__", "(1, 2).x", "{1}.add()", "frozenset().add(1)", "range(3).x", "range(3)[5]", "'abc'.__getitem__('x')", "[1, 2].__getitem__(9)", "int.__add__(1)", "int.__add__('a', 1)", "str.__len__(1)", "'x'.center()", "'x'.zfill('a')"]

    def part_closures(self):
        self.variables(2, 4)
        name, inner = self.fresh("make"), self.fresh("inner")
        with self.block(f"def {name}(start, step={self.expression('int', 1)}):"):
            self.line(f"held = {self.expression('any', 1)}")
            self.line("count = start")
            with self.block(f"def {inner}(by=1):"):
                self.line(self.pick(["nonlocal count", "nonlocal count, held", "nonlocal count"]))
                self.line(self.pick(["count += by * step", f"count = {self.expression('any', 2)}", "count = count, by"]))
                if self.chance(0.3):
                    self.line("del held" if False else "held = [held]" if self.chance(0.5) else "print(step)")
                self.line(self.pick(["return count", "return count, step", "return lambda: (count, start)", "return {k: count for k in [by, step]}"]))
            if self.chance(0.3):
                self.line("count = 100")
            self.line(f"return {inner}")
        counter = self.fresh("c")
        self.line(f"{counter} = {name}({self.expression('int', 1)})")
        for _ in range(self.number(2, 4)):
            self.line(f"show(lambda: {counter}({self.pick(['', self.expression('int', 1), 'by=' + self.expression('any', 1)])}))")
        self.line(f"print([cell.cell_contents for cell in {counter}.__closure__ if not callable(cell.cell_contents)], {counter}.__code__.co_freevars)")
        self.line(f"fs = [lambda x=i: (x, i) for i in {self.expression('list', 1)}]")
        self.line("print([f() for f in fs])")
        if self.chance(0.4):
            self.line(f"show(lambda: {self.pick(['late', 'late + 1', '(lambda: late)()', '[late for _ in [1]]'])})")
            self.line("late = 1")

    def part_generators(self):
        self.variables(2, 4)
        name = self.fresh("g")
        with self.block(f"def {name}(n):"):
            with self.block("try:"):
                self.line(f"got = yield {self.expression('any', 1)}")
                self.line("print('got', got)")
                if self.chance(0.5):
                    with self.block("for i in range(n):"):
                        self.line(self.pick(["yield i", "got = yield i, got", f"yield {self.expression('any', 2)}", "print((yield i))"]))
                if self.chance(0.4):
                    self.line(self.pick([f"got = yield from {self.expression('iter', 1)}", f"yield from {self.expression('list', 1)}", "got = yield from (i * 2 for i in range(n))"]))
                if self.chance(0.2):
                    self.line(f"raise {self.error()}")
            if self.chance(0.5):
                with self.block(f"except {self.pick(['ValueError', 'GeneratorExit', 'Exception', 'BaseException'])} as error:"):
                    self.line("print('caught', repr(error))")
                    self.line(self.pick(["yield 'after'", "return 'done'", "raise", f"raise {self.error()}", "pass"]))
            with self.block("finally:"):
                self.line("print('leaves')")
                if self.chance(0.1):
                    self.line("yield 'late'")
            self.line(f"return {self.expression('any', 1)}")
        outer = name
        if self.chance(0.5):
            outer = self.fresh("g")
            with self.block(f"def {outer}(n):"):
                self.line(f"r = yield from {name}(n)")
                self.line("print('result', r)")
                self.line("yield r")
        it = self.fresh("it")
        self.line(f"{it} = {outer}({self.number(0, 3)})")
        for _ in range(self.number(3, 8)):
            action = self.pick([f"next({it})", f"next({it})", f"next({it}, 'none left')", f"{it}.send({self.expression('any', 1)})", f"{it}.throw(ValueError('thrown'))", f"{it}.close()", f"list({it})", f"{it}.throw({self.error()})",
                                f"{it}.send(None)", f"{it}.gi_frame is None", f"[*{it}]", f"{it}.gi_running", f"{it}.throw(GeneratorExit)"])
            self.line(f"show(lambda: {action})")
        if self.chance(0.3):
            self.line(f"del {it}" if False else f"{it} = None")

    # ---- errors

    def part_errors(self):
        self.variables(2, 4)
        if self.chance(0.4):
            with self.block("class Oops(" + self.pick(["Exception", "ValueError", "KeyError", "Exception"]) + "):"):
                way = self.pick(["pass", "init", "str", "doc"])
                if way == "init":
                    with self.block("def __init__(self, what, code=7):"):
                        self.line(self.pick(["super().__init__(what)", "super().__init__(what, code)", "self.what = what"]))
                        self.line("self.code = code")
                elif way == "str":
                    with self.block("def __str__(self):"):
                        self.line(self.pick(["return f'oops {self.args}'", "return 'oops'", "return 1", "return self.nope", "return ''", "return 'two\\nlines'"]))
                elif way == "doc":
                    self.line("'''Something.'''")
            oops = self.pick(["Oops('x')", "Oops", "Oops('x', 3)", "Oops(what='y')"])
        else:
            oops = self.error()
        deep = self.fresh("deep")
        with self.block(f"def {deep}(n):"):
            with self.block("if n:"):
                self.line(self.pick([f"return {deep}(n - 1)", f"{deep}(n - 1)", f"return [{deep}(n - 1) for _ in range(1)]", f"return max({deep}(n - 1), 1)", f"return sorted([1, 2], key=lambda v: {deep}(n - 1))", f"with contextlib.suppress(KeyError): {deep}(n - 1)"]))
            self.line(self.pick([f"raise {oops}", f"return {self.expression('any')}", f"raise {oops}", f"{self.expression('any')}", f"return {self.pick(self.BUILTIN_CALLS)}"]))
        with self.block("try:"):
            if self.chance(0.3):
                with self.block("try:"):
                    self.line(f"{deep}({self.number(0, 3)})")
                with self.block(f"except {self.pick(CAUGHT)}" + self.pick([":", " as inner:"])):
                    self.line(self.pick([f"raise {self.error()}", f"{self.expression('any')}", f"raise {self.error()} from None", "raise", f"raise {self.error()} from {self.error()}"]))
                if self.chance(0.3):
                    with self.block("finally:"):
                        self.line(self.pick(["print('finally')", f"{self.expression('int')}", f"{self.expression('any', 1)}"]))
            else:
                self.line(f"{deep}({self.number(0, 4)})")
        with self.block("except Exception as error:"):
            if self.chance(0.3):
                self.line(f"error.add_note({self.expression('str', 1)})")
            self.line("traceback.print_exc()")
            self.line(self.pick(["print(type(error), error.args)", "print(repr(error), str(error))", "print(type(error.__cause__), type(error.__context__), error.__suppress_context__)", "print(error.__traceback__.tb_lineno)", "print(traceback.format_exception_only(error))", "print(vars(error))"]))
        for _ in range(self.number(1, 3)):
            self.line(f"show(lambda: {self.pick(self.BUILTIN_CALLS)})")
        if self.chance(0.4):
            with self.block("def leaving(way):"):
                with self.block("for i in range(3):"):
                    with self.block("try:"):
                        with self.block("if way == i:"):
                            self.line(self.pick(["return 'try'", "break", "continue", "raise ValueError(way)", f"return {self.expression('any', 2)}"]))
                        self.line("print('try', i)")
                    if self.chance(0.4):
                        with self.block("except ValueError:"):
                            self.line(self.pick(["print('except')", "continue", "return 'except'"]))
                    with self.block("finally:"):
                        self.line("print('finally', i)")
                        if self.chance(0.15):
                            self.line(self.pick(["return 'finally'", "break", "continue"]))
                self.line("return 'end'")
            self.line("show(lambda: leaving(1))")
            self.line("show(lambda: leaving(9))")

    def part_groups(self):
        with self.block("def raiser(*errors):"):
            self.line(f"raise ExceptionGroup({self.pick(['repr(len(errors))', repr('several')])}, [*errors])")
        inside = ["ValueError(1)", "KeyError('k')", "TypeError('t')", "ExceptionGroup('in', [ValueError(2), OSError(3)])", "ZeroDivisionError()", "ValueError('v')", "OSError(2, 'No')"]
        for _ in range(self.number(1, 2)):
            with self.block("try:"):
                with self.block("try:"):
                    self.line(f"raiser({', '.join(self.some(inside, 1, 4))})" if self.chance(0.8) else f"raise {self.error()}")
                for caught in self.some(["ValueError", "KeyError", "(TypeError, OSError)", "Exception"], 1, 3):
                    with self.block(f"except* {caught} as group:"):
                        self.line(self.pick(["print(repr(group))", "print(group.exceptions)", "print(group)", "raise", f"raise {self.error()}", "print(group.message, len(group.exceptions))"]))
                if self.chance(0.3):
                    with self.block("else:"):
                        self.line("print('else')")
            with self.block("except BaseException as error:"):
                self.line("traceback.print_exc()")
                self.line("print(repr(error))")
        self.line(f"g = ExceptionGroup('g', [{', '.join(self.some(inside, 1, 4))}])")
        self.line(f"show(lambda: g.{self.pick(['split(ValueError)', 'subgroup(OSError)', 'subgroup(lambda e: len(e.args) == 1)', 'derive([KeyError(1)])', 'split((TypeError, KeyError))', 'message', 'exceptions'])})")
        self.line(f"show(lambda: {self.pick(['ExceptionGroup(1, [])', 'ExceptionGroup(' + repr('x') + ', [])', 'ExceptionGroup(' + repr('x') + ', [1])', 'ExceptionGroup(' + repr('x') + ', [KeyboardInterrupt()])', 'BaseExceptionGroup(' + repr('b') + ', [ValueError()])'])})")

    # ---- the rest

    def part_matching(self):
        self.variables(2, 4)
        name = self.fresh("m")
        with self.block(f"def {name}(value):"):
            with self.block("match value:"):
                for number, pattern in enumerate(self.some(PATTERNS, 4, 10)):
                    names = sorted({each for each in ("x", "y", "s", "rest", "last", "pair", "xs", "b", "d", "l", "r", "k", "others") if __import__("re").search(rf"(?<![\w']){each}(?![\w'])", pattern.split(" if ")[0])})
                    with self.block(f"case {pattern}:"):
                        self.line(f"return {number}, {', '.join(names)}" if names else f"return {number}")
                if self.chance(0.5):
                    with self.block("case _:"):
                        self.line("return 'other', value")
        for _ in range(self.number(4, 8)):
            self.line(f"show(lambda: {name}({self.expression('any', 2)}))")

    def part_comprehensions(self):
        self.variables(3, 5)
        for _ in range(self.number(3, 7)):
            shape = self.pick(["[x for x in <list> if x]", "[(x, y) for x in <strs> for y in <ints> if y]", "{x: y for x, y in zip(<strs>, <ints>)}", "[[y for y in range(x)] for x in range(<small>)]", "sum(x for x in <ints>)", "list(x for x in <iter>)",
                               "[x for x in [1, 2] for x in [x, x]]", "[(lambda: x)() for x in <list>]", "[f() for f in [lambda: x for x in <list>]]", "{x for x in whole(<ints>) if x > <int>}", "[z for x in <ints> if (z := x * 2) > <int>]",
                               "any(x == <any> for x in <list>)", "[x for x in <any>]", "{k: [c for c in k] for k in <strs>}", "[x async_ for x in 1]" if False else "[*(x for x in <list>), *<str>]", "dict((x, <any>) for x in <strs>)",
                               "[x if x else <any> for x in <list>]", "' '.join(f'{x}' for x in <list>)", "[a for a, b in <anys>]", "[1 for _ in range(<small>) for _ in range(<small>)]", "max((len(s), s) for s in <strs>)", "[x / y for x in <ints> for y in <ints>]",
                               "{**{x: 1 for x in <strs>}, 'z': <any>}", "[i for i in range(9) if i % 2 if i % 3]", "[[row[i] for row in [[1, 2], [3, 4]]] for i in range(<small>)]", "(lambda xs: [x for x in xs])(<any>)"])
            self.line(f"show(lambda: {self.fill(shape, 2)})")

    def part_unpacking(self):
        self.variables(2, 4)
        for _ in range(self.number(3, 7)):
            target = self.pick(["a, b", "a, *b", "*a, b", "a, *b, c", "(a, b), c", "[a, [b, *c]]", "a, b, c", "*a,", "a, (b, *c)"])
            with self.block("try:"):
                self.line(f"{target} = {self.expression(self.pick(['list', 'any', 'tuple', 'iter', 'anys']), 2)}")
                self.line(f"print({', '.join(sorted(set(target) & set('abc')))})")
            with self.block("except Exception:"):
                self.line("traceback.print_exc()")

    def part_managers(self):
        self.variables(2, 3)
        name = self.fresh("Managed")
        swallow = self.pick(["False", "True", "kind is ValueError", "None", "kind and issubclass(kind, LookupError)", "1"])
        with self.block(f"class {name}:"):
            with self.block("def __init__(self, label):"):
                self.line("self.label = label")
            with self.block("def __enter__(self):"):
                self.line("print('enter', self.label)")
                if self.chance(0.1):
                    self.line(f"raise {self.error()}")
                self.line(self.pick(["return self", "return self.label", "return 1, 2"]))
            if self.chance(0.93):
                with self.block("def __exit__(self, kind, error, tb):" if self.chance(0.95) else "def __exit__(self):"):
                    self.line("print('exit', self.label, kind, error, tb is None)")
                    if self.chance(0.15):
                        self.line(f"raise {self.error()}")
                    self.line(f"return {swallow}")
        generated = self.fresh("managed")
        self.line("@contextlib.contextmanager")
        with self.block(f"def {generated}(label):"):
            self.line("print('before', label)")
            with self.block("try:"):
                self.line("yield label" if self.chance(0.9) else "pass")
            if self.chance(0.5):
                with self.block(f"except {self.pick(CAUGHT)} as error:"):
                    self.line("print('inside', repr(error))")
                    self.line(self.pick(["raise", "pass", f"raise {self.error()}", "pass"]))
            with self.block("finally:"):
                self.line("print('after', label)")
        for _ in range(self.number(2, 4)):
            items = [self.pick([f"{name}('a')", f"{generated}('b')", f"{name}('c') as c", f"{generated}('d') as d", "contextlib.suppress(ZeroDivisionError, KeyError)", "contextlib.nullcontext(5) as five"]) for _ in range(self.number(1, 3))]
            if self.chance(0.08):
                items.append(self.pick(["5", "open", "[]", "None"]))
            with self.block("try:"):
                with self.block(f"with {', '.join(items)}:"):
                    self.line(f"print({self.expression('any', 1)})")
                    if self.chance(0.6):
                        self.line(self.pick([f"raise {self.error()}", f"print({self.expression('any')})", "1 / 0", "{}['k']"]))
                self.line("print('went on')")
            with self.block("except BaseException:"):
                self.line("traceback.print_exc()")

    def part_decorated(self):
        self.variables(1, 3)
        with self.block("def logged(label):"):
            with self.block("def wrap(f):"):
                if self.chance(0.6):
                    self.line("@functools.wraps(f)")
                with self.block("def inner(*args, **kwargs):"):
                    self.line("print(label, args, kwargs)")
                    self.line(self.pick(["return f(*args, **kwargs)", "return f(*args)", "return label, f(*args, **kwargs)"]))
                self.line("return inner")
            self.line("return wrap")
        decorators = ["@logged('one')", "@logged('two')", "@functools.lru_cache(maxsize=2)", "@functools.cache", "@functools.singledispatch", "@(lambda f: f)"]
        for each in self.some(decorators, 1, 3):
            self.line(each)
        with self.block(f"def work({self.pick(['x, y=1', '*xs', 'x', 'x, *, y=2'])}):"):
            self.line("'''Works.'''")
            self.line(f"return {self.expression('any', 1)}")
        for _ in range(self.number(2, 4)):
            self.line(f"show(lambda: work({self.pick([self.expression('any', 1), self.expression('int', 0) + ', y=' + self.expression('int', 0), self.expression('int', 0)])}))")
        self.line("show(lambda: (work.__name__, work.__doc__, work.__qualname__))")
        if self.chance(0.5):
            self.line("show(lambda: work.cache_info())")

    def part_deletions(self):
        self.line("a = b = 1")
        self.line("del a")
        self.line(f"show(lambda: {self.pick(['a', 'b', 'a + b', '[a for _ in [1]]'])})")
        self.line(self.pick(["print(a)", "del a", "a += 1", "print(b)", "del b, a", "print(later)"]))
        self.line("later = 1")
