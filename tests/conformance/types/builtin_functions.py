# Built-in functions: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.


def show(text, function):
    try:
        result = repr(function())
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(text, "->", result)


class Number:
    """Converts where it is asked to."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __repr__(self):
        return f"Number({self.value})"


class Key:
    """Equal to other keys of the same letter, without regard to case."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __lt__(self, other):
        return self.text < other.text

    def __repr__(self):
        return f"<{self.text}>"


def same(value):
    return value


def filled(function, start):
    """start after function(start), and what it gave."""
    result = function(start)
    return start, result


show('abs(-3), abs(Number) is None if False else 0, divmod(7, 2), pow(2, 3), pow(base=2, exp=3, mod=5), round(2.567, 2), round(number=2.5), round(7, None)', lambda: (abs(-3), abs(Number) is None if False else 0, divmod(7, 2), pow(2, 3), pow(base=2, exp=3, mod=5), round(2.567, 2), round(number=2.5), round(7, None)))
show('len()', lambda: (len()))
show('len(1, 2)', lambda: (len(1, 2)))
show('abs("a")', lambda: (abs("a")))
show('print(1, sep=2)', lambda: (print(1, sep=2)))
show('print(1, foo=2)', lambda: (print(1, foo=2)))
show('getattr(5, "real"), getattr(5, "x", "none"), hasattr(5, "real"), hasattr(5, "x"), callable(getattr([], "append"))', lambda: (getattr(5, "real"), getattr(5, "x", "none"), hasattr(5, "real"), hasattr(5, "x"), callable(getattr([], "append"))))
show('getattr(5, "x")', lambda: (getattr(5, "x")))
show('getattr(5, 5)', lambda: (getattr(5, 5)))
show('setattr(5, "x", 1)', lambda: (setattr(5, "x", 1)))
show('isinstance(5, 5)', lambda: (isinstance(5, 5)))
show('issubclass(5, int)', lambda: (issubclass(5, int)))
show('type(5), type("a"), type(None), type(type), type([].append), type(len), type(lambda: 0), type(...), type(NotImplemented), type({}.keys()), type(iter([])), type(range(3)), type(1j), type(b"")', lambda: (type(5), type("a"), type(None), type(type), type([].append), type(len), type(lambda: 0), type(...), type(NotImplemented), type({}.keys()), type(iter([])), type(range(3)), type(1j), type(b"")))
show('repr(len), repr(int), repr(Ellipsis), repr(NotImplemented), repr(None), repr(type(None)), repr(object)', lambda: (repr(len), repr(int), repr(Ellipsis), repr(NotImplemented), repr(None), repr(type(None)), repr(object)))
show('id(5) == id(5), id(None) == id(None), hash("a") == hash("a"), hash(None) == hash(None)', lambda: (id(5) == id(5), id(None) == id(None), hash("a") == hash("a"), hash(None) == hash(None)))
show('iter(5, 6)', lambda: (iter(5, 6)))
show('vars(5)', lambda: (vars(5)))
show('min(5)', lambda: (min(5)))
show('min(1, key=len)', lambda: (min(1, key=len)))
show('max(1, 2, default=3)', lambda: (max(1, 2, default=3)))
show('max(1, foo=2)', lambda: (max(1, foo=2)))
show('sum()', lambda: (sum()))
show('sum(5)', lambda: (sum(5)))
show('sorted()', lambda: (sorted()))
show('sorted([1], 2)', lambda: (sorted([1], 2)))
show('enumerate()', lambda: (enumerate()))
show('next()', lambda: (next()))
show('ord()', lambda: (ord()))
show('format()', lambda: (format()))
show('zip(strict=5, foo=1)', lambda: (zip(strict=5, foo=1)))
show('str(b"\\xff", "ascii")', lambda: (str(b"\xff", "ascii")))
show('object().x', lambda: (object().x))
show('None.x', lambda: (None.x))
show('same(None)[0]', lambda: (same(None)[0]))
show('same(None)()', lambda: (same(None)()))
show('same(5)()', lambda: (same(5)()))
show('same("a")()', lambda: (same("a")()))
show('same(5)[0]', lambda: (same(5)[0]))
show('5 .x', lambda: (5 .x))
show('len(object())', lambda: (len(object())))
show('[].foo', lambda: ([].foo))
show('{}.foo', lambda: ({}.foo))
show('(lambda a, b=2: 0).__name__, len.__name__, [].append.__name__, (lambda: 0).__qualname__', lambda: ((lambda a, b=2: 0).__name__, len.__name__, [].append.__name__, (lambda: 0).__qualname__))
show('all(i < 3 for i in range(3)), any(map(str.isdigit, "ab1")), list(map(max, [1, 5], [3, 2])), list(filter(str.isalpha, "a1b")), dict(enumerate("ab"))', lambda: (all(i < 3 for i in range(3)), any(map(str.isdigit, "ab1")), list(map(max, [1, 5], [3, 2])), list(filter(str.isalpha, "a1b")), dict(enumerate("ab"))))
show('bool(Number(0)), Number(3) == Number(3), [Number(1)], str(Number(2)), f"{Number(2)!s:>12}", list(range(Number(2), Number(5)))', lambda: (bool(Number(0)), Number(3) == Number(3), [Number(1)], str(Number(2)), f"{Number(2)!s:>12}", list(range(Number(2), Number(5)))))
show('bin(10), oct(64), hex(3735928559), bin(Number(5)), chr(Number(65))', lambda: (bin(10), oct(64), hex(3735928559), bin(Number(5)), chr(Number(65))))
