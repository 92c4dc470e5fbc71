# decimal: a Context has each operation too, on whatever it is given; predicates tell zeros, infinities, subnormals and NaNs apart.
from decimal import (MAX_EMAX, MIN_EMIN, MIN_ETINY, Context, Decimal, DecimalTuple, DefaultContext, DivisionImpossible, FloatOperation, HAVE_CONTEXTVAR, HAVE_THREADS, InvalidContext, InvalidOperation,
                     getcontext, localcontext)

context = Context(prec=5, Emin=-10, Emax=10)
numbers = [Decimal(text) for text in ("1.50", "-0", "Infinity", "NaN", "-sNaN7", "1E-12", "-2E+3")]
for number in numbers:
    names = [name for name in ("is_canonical", "is_finite", "is_infinite", "is_nan", "is_normal", "is_qnan", "is_signed", "is_snan", "is_subnormal", "is_zero") if getattr(context, name)(number)]
    same = [name for name in ("is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed", "is_snan", "is_zero") if getattr(number, name)()]
    print(number, context.number_class(number), names, len(same), number.is_normal(context), number.is_subnormal(context), number.copy_abs(), number.copy_negate(), number.copy_sign(Decimal(-1)), number.as_tuple())
print(context.abs(-3), context.minus(3), context.plus("1.23456789") if False else context.plus(Decimal("1.23456789")), context.subtract(5, 7), context.fma(2, 3, 4), context.remainder_near(7, 4), context.max(1, Decimal("NaN")), context.min(1, 2))
print(context.max_mag(-5, 3), context.min_mag(-5, 3), Decimal(-5).max_mag(3), Decimal(-5).min_mag(3), context.copy_abs(-1), context.copy_negate(1), context.copy_sign(1, -2), context.copy_decimal(Decimal("1.0000000")), context.canonical(Decimal(1)), Decimal(2).canonical())
print(context.next_minus(1), context.next_plus(1), context.next_toward(1, 0), Decimal(1).next_toward(2, context), Decimal(1).next_minus(context), context.log10(1000), context.logb(2500), Decimal("0.01").logb())
print(context.logical_and(1100, 1010), context.logical_or(1100, 1010), context.logical_xor(1100, 1010), context.logical_invert(1100), Decimal(10).logical_or(1), Decimal(10).logical_invert(context), Decimal(11).logical_and(10), Decimal(11).logical_xor(10))
print(context.rotate(12345, 2), context.shift(12345, -2), Decimal(12345).rotate(-1, context), Decimal(12345).shift(1, context), context.same_quantum(Decimal("1.0"), Decimal("2.5")), Decimal(1).same_quantum(2), context.quantize(Decimal("1.236"), Decimal("0.01")))
print(context.to_integral_value(Decimal("2.5")), context.to_integral(Decimal("3.5")) if hasattr(context, "to_integral") else "", context.to_integral_exact(Decimal("2.6")), Decimal("2.5").to_integral_value(), Decimal("-2.5").to_integral_exact(rounding="ROUND_HALF_UP"), Decimal(2).radix(), Decimal("7.9").to_integral())

# Total order sets -0 before 0, 1.0 before 1 and NaN last; compare_signal() refuses every NaN.
print(context.compare_total(Decimal("-0"), Decimal("0")), Decimal("1.0").compare_total(Decimal("1")), context.compare_total_mag(Decimal("-2"), Decimal(1)), Decimal(-2).compare_total_mag(Decimal(1)), sorted(numbers, key=lambda number: 0 if number.is_nan() else number)[0], Decimal(1).compare(Decimal("NaN")))
for failing in (lambda: Decimal(1).compare_signal(Decimal("NaN")), lambda: context.logical_and(12, 1), lambda: Decimal("sNaN") + 1, lambda: context.divide_int(10**10, 1), lambda: Decimal("inf") - Decimal("inf"), lambda: context.quantize(10**9, Decimal("0.1")),
                lambda: Context(prec=0), lambda: Context(rounding="up"), lambda: context.abs("1"), lambda: context.create_decimal("x"), lambda: Decimal(1).rotate(99), lambda: Decimal((0, (1, 10), 0)), lambda: Decimal("NaN") < 1, lambda: hash(Decimal("sNaN"))):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
print(issubclass(DivisionImpossible, InvalidOperation), issubclass(InvalidContext, InvalidOperation), HAVE_CONTEXTVAR, HAVE_THREADS, MAX_EMAX, MIN_EMIN, MIN_ETINY)

# A float comes in exactly, or rounded by the context, or not at all.
print(Decimal(0.1), context.create_decimal_from_float(0.1), Decimal.from_float(0.25), context.create_decimal(0.1))
with localcontext() as strict:
    strict.traps[FloatOperation] = True
    for failing in (lambda: Decimal(0.5), lambda: Decimal("0.5") < 0.6, lambda: Decimal("0.5") == 0.5):
        try:
            print(failing())
        except FloatOperation as error:
            print("FloatOperation", error)
    print(strict.flags[FloatOperation])
print(context.prec, context.Emin, context.Emax, context.capitals, context.clamp, context.Etiny(), context.Etop(), DefaultContext.prec, getcontext() is getcontext())
context.capitals = 0
print(context.to_sci_string(Decimal("1E+9")), context.to_eng_string(Decimal("12E+7")), Decimal("12E+7").to_eng_string(), context.power(2, 10), context.power(2, 10, 100), context.clear_flags(), context.clear_traps(), context.divide(1, 0), context)
digits = DecimalTuple(1, (1, 2, 5), -2)
print(Decimal(digits), digits.sign, digits.digits, digits.exponent, digits.count(-2), digits.index(-2), Decimal("-1.25").as_tuple() == digits, Decimal("-1.25").adjusted(), Decimal("-1.25").as_integer_ratio())
