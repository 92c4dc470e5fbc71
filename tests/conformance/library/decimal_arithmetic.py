# decimal: money adds up exactly, results are rounded to the context's digits, trailing zeros say how exact a number is.
from decimal import Decimal, getcontext, localcontext
import decimal
import fractions

D = Decimal
print(D("0.1") + D("0.2"), 0.1 + 0.2, D("1.10") + D("2.2"), D("1.30") * 3, D(7) / 2, D(1) / 3, D(10) / 5, D("100") / D("2.50"))
print(D(7) // 2, D(-7) // 2, D(7) % 2, D(-7) % 2, D(7) % -2, divmod(D("-7.5"), 2), D(2) ** 10, D(2) ** -2, D("1.5") ** 3)
print(-D("1.50"), +D("1.23456789012345678901234567890123"), abs(D("-0")), -D(0), D("-0") + 0, 2 - D("0.5"), 3 * D("1.0"), 1 / D(8), 7 // D(2), 2 ** D(3))
print(D("1E+3") + 1, D("1E+3"), D("1.0E-7"), D("0.000001"), D("0.0000001"), D("123E+2").to_eng_string(), D("1000").normalize(), D("0.00").normalize())
print(D("3.14159").quantize(D("0.01")), D("2.5").quantize(D(1)), D("3.5").quantize(D(1)), D(5).quantize(D("0.000")), D("2.675").quantize(D("0.01")))
print(round(D("2.675"), 2), round(D("2.5")), round(D("1234.5"), -2), int(D("-3.7")), float(D("0.1")), bool(D("0.00")), D("-3.7").to_integral())
import math
print(math.floor(D("-3.2")), math.ceil(D("-3.2")), math.trunc(D("-3.9")), sum([D("0.1")] * 10), max(D(1), D("1.5")), sorted([D(3), 1, D("2.5")]))

for text in ("12", "-1_000.50", "  7e3 ", "Infinity", "-inf", "nan", "-NaN12", "sNaN", ".5", "5.", "+0E+5", "\u0661\u0662"):
    d = D(text)
    print(repr(text), repr(d), d, d.as_tuple(), d.adjusted(), d.is_nan(), d.is_signed(), d.is_zero())
print(D(1.1), D(0.5), D(-0.0), D(float("inf")), D(2**70), D(True), D((1, (1, 2, 3), -2)), D((0, (0,), "F")), D.from_float(0.1))
print(D("1.50").as_integer_ratio(), D("-0.125").as_integer_ratio(), D("1.50").compare(D("1.5")), D("1.50").compare_total(D("1.5")))

print(D("1.0") == 1 == D("1.00"), hash(D("1.0")) == hash(1), hash(D("0.5")) == hash(0.5), D("0.1") == 0.1, D("0.5") == 0.5, D("0.1") < 0.1, D("0.5") == fractions.Fraction(1, 2),
      D("nan") == D("nan"), D("nan") != 1, {D("1.0"): "a"}[1], D(3) in {3}, D("inf") > 10**100, D("1e400") > 1.0, hash(D("inf")) == hash(float("inf")))
print(D("0.1") + fractions.Fraction(1, 2) if False else isinstance(D(1), object), complex(D("1.5")), D(3).real, D(3).imag, D(5).conjugate())

for prec in (3, 6, 50):
    with localcontext(prec=prec):
        print(prec, D(1) / 7, D(2).sqrt(), D("1234567") + 0, D("1234567") * 1, D("0.0001234567") * 1, D(1) - D("1e-10"))
print(D(2).sqrt(), D(16).sqrt(), D("0.25").sqrt(), D("1E+5").sqrt(), D(1).exp(), D(0).exp(), D(10).ln(), D(1).ln(), D(1000).log10(), D(2).log10())
print(D(2) ** D("0.5"), D(4) ** D("0.5"), D("1.1") ** 100, D(10) ** -3, D(-2) ** 3, D(0) ** 5, pow(D(3), 4, 5), D("0.5").exp(), D("-3.25").exp())
print(D(5).fma(2, 3), D(17).remainder_near(5), D(18).remainder_near(5), D("1.5").scaleb(3), D("250").logb(), D("12.3").copy_sign(D(-1)), D(1).next_plus(), D(1).next_minus())
print(D("1.5").max(2), D("-3").max_mag(2), D(7).min(D("nan")), D("123").shift(2), D("123").rotate(1), D("1100").logical_and(D("1010")), D("1100").logical_xor(D("1010")))
print(D("1.2").same_quantum(D("9.9")), D("1e-7").number_class(), D("-inf").number_class(), D(0).number_class(), D("snan").number_class(), D("1.20").normalize().as_tuple())
print(decimal.MAX_PREC, decimal.HAVE_THREADS, decimal.DecimalTuple(0, (1,), -1), getcontext().prec)


class Money(Decimal):
    def __new__(cls, value):
        return super().__new__(cls, value)

    def __repr__(self):
        return f"Money({str(self)})"


print(Money("1.50"), repr(Money("1.50")), Money("1.50") + 1, type(Money("1.50") + 1).__name__, isinstance(Money(1), Decimal))
