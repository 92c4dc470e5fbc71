# Floats: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.
import math

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


show('0.1 + 0.2, 1e16, 1e15, 1e-5, 1e-4, 123456789.123456789, 5e-324, 1.7976931348623157e308, -0.0', lambda: (0.1 + 0.2, 1e16, 1e15, 1e-5, 1e-4, 123456789.123456789, 5e-324, 1.7976931348623157e308, -0.0))
show('float("inf"), float("-inf"), float("nan"), 1e400, -1e400', lambda: (float("inf"), float("-inf"), float("nan"), 1e400, -1e400))
show('float("1_0.5"), float(" 2.5 "), float("1e3"), float(".5"), float("5."), float("Infinity"), float(), float(True), float(Number(3))', lambda: (float("1_0.5"), float(" 2.5 "), float("1e3"), float(".5"), float("5."), float("Infinity"), float(), float(True), float(Number(3))))
show('float("x")', lambda: (float("x")))
show('float("")', lambda: (float("")))
show('float([])', lambda: (float([])))
show('float(10**400)', lambda: (float(10**400)))
show('1.0 / 0', lambda: (1.0 / 0))
show('1.0 // 0', lambda: (1.0 // 0))
show('1.0 % 0', lambda: (1.0 % 0))
show('divmod(1.0, 0)', lambda: (divmod(1.0, 0)))
show('7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 1e20 // 3, -0.0 // 1', lambda: (7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 1e20 // 3, -0.0 // 1))
show('2.0 ** 3, 2 ** 0.5, (-8) ** (1 / 3), 4 ** -0.5, 0.0 ** 0', lambda: (2.0 ** 3, 2 ** 0.5, (-8) ** (1 / 3), 4 ** -0.5, 0.0 ** 0))
show('2.0 ** 10000', lambda: (2.0 ** 10000))
show('0.0 ** -1', lambda: (0.0 ** -1))
show('round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1e20), round(1.5, 0), round(5.015, 2)', lambda: (round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1e20), round(1.5, 0), round(5.015, 2)))
show('round(float("nan"))', lambda: (round(float("nan"))))
show('round(float("inf"))', lambda: (round(float("inf"))))
show('round(1.5, "a")', lambda: (round(1.5, "a")))
show('round("a")', lambda: (round("a")))
show('(1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+1"), (-0.1).hex()', lambda: ((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+1"), (-0.1).hex()))
show('float.fromhex("zz")', lambda: (float.fromhex("zz")))
show('hash(1.5), hash(0.1), hash(float("inf")), hash(-0.0), hash(1e300), hash(2.0**70)', lambda: (hash(1.5), hash(0.1), hash(float("inf")), hash(-0.0), hash(1e300), hash(2.0**70)))
show('1.5 < 2, 1.5 == 3 / 2, float("nan") == float("nan"), float("inf") > 10**400, 0.1 == 1 / 10', lambda: (1.5 < 2, 1.5 == 3 / 2, float("nan") == float("nan"), float("inf") > 10**400, 0.1 == 1 / 10))
show('int(1e25), int(-1e25), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5)', lambda: (int(1e25), int(-1e25), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5)))
show('sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1, 2.5, 3]), sum([1e100, 1.0, -1e100])', lambda: (sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1, 2.5, 3]), sum([1e100, 1.0, -1e100])))
show('str(1.0), repr(1e22), str(1e100), repr(1.1), f"{1/3}", f"{2.0}"', lambda: (str(1.0), repr(1e22), str(1e100), repr(1.1), f"{1/3}", f"{2.0}"))
show('complex(1, 2), 1j * 1j, 2j ** 2, (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), abs(3 + 4j), -(1 + 2j), (1 + 2j).conjugate()', lambda: (complex(1, 2), 1j * 1j, 2j ** 2, (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), abs(3 + 4j), -(1 + 2j), (1 + 2j).conjugate()))
show('complex("1+2j"), complex("j"), complex(1.5), 1j == 1j, 1 + 0j == 1, complex("-2.5e3-1j"), 0j, -1j', lambda: (complex("1+2j"), complex("j"), complex(1.5), 1j == 1j, 1 + 0j == 1, complex("-2.5e3-1j"), 0j, -1j))
show('1j / 0', lambda: (1j / 0))
show('1j < 2j', lambda: (1j < 2j))
show('math.sqrt(16), math.pi, math.e, math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2)', lambda: (math.sqrt(16), math.pi, math.e, math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2)))
show('math.sqrt(-1)', lambda: (math.sqrt(-1)))
show('math.log(0)', lambda: (math.log(0)))
show('math.log(100, 10), math.log2(8), math.log10(1000), math.log(10**400), math.exp(0), math.sin(0.5), math.hypot(3, 4)', lambda: (math.log(100, 10), math.log2(8), math.log10(1000), math.log(10**400), math.exp(0), math.sin(0.5), math.hypot(3, 4)))
show('math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(1.5)', lambda: (math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(1.5)))
show('math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.isqrt(17), math.degrees(math.pi), math.radians(180), math.dist((0, 0), (3, 4))', lambda: (math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.isqrt(17), math.degrees(math.pi), math.radians(180), math.dist((0, 0), (3, 4))))
show('math.sqrt("a")', lambda: (math.sqrt("a")))
show('math.factorial(-1)', lambda: (math.factorial(-1)))
