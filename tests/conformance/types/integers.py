# Integers: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.


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


show('7 // 2, -7 // 2, 7 // -2, -7 // -2', lambda: (7 // 2, -7 // 2, 7 // -2, -7 // -2))
show('7 % 3, -7 % 3, 7 % -3, -7 % -3', lambda: (7 % 3, -7 % 3, 7 % -3, -7 % -3))
show('divmod(-7, 2), divmod(7, -2), divmod(10**20, 7)', lambda: (divmod(-7, 2), divmod(7, -2), divmod(10**20, 7)))
show('2**10, 2**100, (-3)**3, 2**-2, 0**0, 10**25', lambda: (2**10, 2**100, (-3)**3, 2**-2, 0**0, 10**25))
show('1/3, 10**30/10**28, 2**1100/2**1090, -1/4', lambda: (1/3, 10**30/10**28, 2**1100/2**1090, -1/4))
show('1/0', lambda: (1/0))
show('1//0', lambda: (1//0))
show('1%0', lambda: (1%0))
show('divmod(1, 0)', lambda: (divmod(1, 0)))
show('0**-1', lambda: (0**-1))
show('5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 3, -5 | 3, -5 ^ 3', lambda: (5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 3, -5 | 3, -5 ^ 3))
show('1 << 70, (1 << 70) >> 68, -1 >> 100, -5 >> 1, 5 >> 100', lambda: (1 << 70, (1 << 70) >> 68, -1 >> 100, -5 >> 1, 5 >> 100))
show('1 << -1', lambda: (1 << -1))
show('2**64 & -2**63, 2**64 | 1, -2**64 ^ 5, ~2**70', lambda: (2**64 & -2**63, 2**64 | 1, -2**64 ^ 5, ~2**70))
show('-2**63, 2**63, 2**63 - 1, -2**63 - 1, 4611686018427387904, -4611686018427387905', lambda: (-2**63, 2**63, 2**63 - 1, -2**63 - 1, 4611686018427387904, -4611686018427387905))
show('4611686018427387903 + 1, 4611686018427387904 - 1, 3037000500 * 3037000500, -2**62 * 2', lambda: (4611686018427387903 + 1, 4611686018427387904 - 1, 3037000500 * 3037000500, -2**62 * 2))
show('9223372036854775807 + 1, -9223372036854775808 - 1, 2**62 // -1, -2**63 // -1', lambda: (9223372036854775807 + 1, -9223372036854775808 - 1, 2**62 // -1, -2**63 // -1))
show('int(), int("12"), int(" -12 "), int("1_000"), int("ff", 16), int("0b11", 0), int("z", 36), int("٣")', lambda: (int(), int("12"), int(" -12 "), int("1_000"), int("ff", 16), int("0b11", 0), int("z", 36), int("٣")))
show('int("a")', lambda: (int("a")))
show('int("")', lambda: (int("")))
show('int("1__0")', lambda: (int("1__0")))
show('int("12", 1)', lambda: (int("12", 1)))
show('int(3, 10)', lambda: (int(3, 10)))
show('int([])', lambda: (int([])))
show('int(None)', lambda: (int(None)))
show('int("9" * 4301)', lambda: (int("9" * 4301)))
show('int(1.9), int(-1.9), int(True), int(Number(4)), int(b"17"), int(1e20)', lambda: (int(1.9), int(-1.9), int(True), int(Number(4)), int(b"17"), int(1e20)))
show('int(float("nan"))', lambda: (int(float("nan"))))
show('int(float("inf"))', lambda: (int(float("inf"))))
show('(255).bit_length(), (-8).bit_length(), (255).bit_count(), (5).conjugate(), (5).is_integer()', lambda: ((255).bit_length(), (-8).bit_length(), (255).bit_count(), (5).conjugate(), (5).is_integer()))
show('(1000).to_bytes(2), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\\x03\\xe8"), int.from_bytes(b"\\xff\\xfe", signed=True)', lambda: ((1000).to_bytes(2), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\x03\xe8"), int.from_bytes(b"\xff\xfe", signed=True)))
show('(256).to_bytes(1)', lambda: ((256).to_bytes(1)))
show('(-1).to_bytes(1)', lambda: ((-1).to_bytes(1)))
show('round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5), round(10**20 + 5, -1)', lambda: (round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5), round(10**20 + 5, -1)))
show('hex(255), hex(-255), oct(8), bin(-5), bin(0), hex(2**70)', lambda: (hex(255), hex(-255), oct(8), bin(-5), bin(0), hex(2**70)))
show('hex(1.5)', lambda: (hex(1.5)))
show('hash(5), hash(-1), hash(2**61 - 1), hash(2**61), hash(-2**100), hash(True)', lambda: (hash(5), hash(-1), hash(2**61 - 1), hash(2**61), hash(-2**100), hash(True)))
show('pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 7), pow(2, 10, -7), pow(2, 200, 10**9 + 7)', lambda: (pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 7), pow(2, 10, -7), pow(2, 200, 10**9 + 7)))
show('pow(2, -1, 4)', lambda: (pow(2, -1, 4)))
show('pow(2, 3, 0)', lambda: (pow(2, 3, 0)))
show('pow(2.0, 3, 4)', lambda: (pow(2.0, 3, 4)))
show('1 < 2 < 3, 1 == 1.0, 1 == True, 2**53 + 1 == float(2**53), 10**400 > 1e308, -10**400 < float("-inf")', lambda: (1 < 2 < 3, 1 == 1.0, 1 == True, 2**53 + 1 == float(2**53), 10**400 > 1e308, -10**400 < float("-inf")))
show('True + True, True & False, True | 0, True ^ True, -True, True * 3, isinstance(True, int)', lambda: (True + True, True & False, True | 0, True ^ True, -True, True * 3, isinstance(True, int)))
show('bool(0), bool([]), bool("x"), bool(None), bool(0.0), bool()', lambda: (bool(0), bool([]), bool("x"), bool(None), bool(0.0), bool()))
show('1 + "a"', lambda: (1 + "a"))
show('"a" < 1', lambda: ("a" < 1))
show('1 < None', lambda: (1 < None))
show('-"a"', lambda: (-"a"))
show('abs(-5), abs(-2**70), +True, abs(-2.5)', lambda: (abs(-5), abs(-2**70), +True, abs(-2.5)))
show('(5).real, (5).imag, (5).numerator, (5).denominator, (7).as_integer_ratio()', lambda: ((5).real, (5).imag, (5).numerator, (5).denominator, (7).as_integer_ratio()))
show('10**30 - 10**30, 10**18 * 10**18 // 10**18, (10**40) % (10**19 + 1)', lambda: (10**30 - 10**30, 10**18 * 10**18 // 10**18, (10**40) % (10**19 + 1)))
show('str(10**50), repr(-10**20), f"{10**15:,}", f"{-10**20:_d}"', lambda: (str(10**50), repr(-10**20), f"{10**15:,}", f"{-10**20:_d}"))
show('str(10**5000)', lambda: (str(10**5000)))
show('int.__name__, type(2**70), (2).__add__(3), (2).__radd__(3), (5).__floordiv__(2), int.__mul__(2, 3)', lambda: (int.__name__, type(2**70), (2).__add__(3), (2).__radd__(3), (5).__floordiv__(2), int.__mul__(2, 3)))
show('sum([1, 2, 3]), sum(range(101)), sum([2**62, 2**62, 2**62]), sum([], 5)', lambda: (sum([1, 2, 3]), sum(range(101)), sum([2**62, 2**62, 2**62]), sum([], 5)))
show('max(3, 1, 2), min([3, 1, 2]), max("b", "a"), max([1, 5, 3], key=lambda x: -x), min([], default="none")', lambda: (max(3, 1, 2), min([3, 1, 2]), max("b", "a"), max([1, 5, 3], key=lambda x: -x), min([], default="none")))
show('max([])', lambda: (max([])))
show('max(1, "a")', lambda: (max(1, "a")))
