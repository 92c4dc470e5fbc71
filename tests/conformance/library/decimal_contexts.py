# decimal: contexts hold precision, rounding, limits, flags and traps; every task and every thread of control has its own.
import asyncio
from decimal import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, BasicContext, Clamped,
                     Context, Decimal, DivisionByZero, ExtendedContext, FloatOperation, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow,
                     getcontext, localcontext, setcontext)

print(getcontext())
print(BasicContext)
print(ExtendedContext)
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, [str(Decimal(text).quantize(Decimal(1), rounding)) for text in ("2.4", "2.5", "2.6", "-2.4", "-2.5", "-2.6", "3.5", "5.1", "0.1")],
          Context(prec=2, rounding=rounding).divide(2, 3), Context(prec=2, rounding=rounding).divide(-2, 3))

context = Context(prec=4, Emin=-9, Emax=9, traps=[])
for name, *args in (("add", "1", "2"), ("divide", "1", "3"), ("divide", "1", "0"), ("divide", "0", "0"), ("multiply", "5E+9", "9"), ("multiply", "1E-9", "1E-5"),
                    ("multiply", "1E-7", "1E-3"), ("sqrt", "-1"), ("create_decimal", "abc"), ("create_decimal", "123456"), ("quantize", "1", "1E-9"),
                    ("plus", "1.2345E-11"), ("plus", "0E-20"), ("exp", "100"), ("ln", "0"), ("compare_signal", "nan", "1"), ("compare", "nan", "1"),
                    ("power", "2", "0.5"), ("power", "2", "100"), ("normalize", "1.200"), ("to_integral_exact", "1.5"), ("to_integral_value", "1.5"),
                    ("next_plus", "9.999E+9"), ("scaleb", "1", "20"), ("divide_int", "1E+9", "1E-9"), ("divmod", "7", "2"), ("remainder", "7", "0")):
    context.clear_flags()
    result = getattr(context, name)(*[text if name == "create_decimal" else Decimal(text) for text in args])
    print(f"{name:18} {args} -> {result!r} {[signal.__name__ for signal, on in context.flags.items() if on]}")
print(context.Etiny(), context.Etop(), context.radix(), context.to_sci_string(Decimal("1E+2")), context.to_eng_string(Decimal("1E+4")))

with localcontext() as inner:
    inner.prec = 5
    inner.rounding = ROUND_DOWN
    print(Decimal(2) / 3, getcontext() is inner)
    with localcontext(Context(prec=2, capitals=0)) as deeper:
        print(Decimal("1E+9") * 2, repr(deeper))
    print(Decimal(2) / 3)
print(Decimal(2) / 3, getcontext().flags[Inexact])
with localcontext(prec=3, traps={signal: signal is Inexact for signal in context.flags}) as trapping:
    print(trapping.traps[Inexact], trapping.traps[InvalidOperation], Decimal(1) / 0)
    try:
        Decimal(1) / 3
    except Inexact as error:
        print(type(error).__name__, error)

setcontext(ExtendedContext)
print(getcontext(), getcontext() is ExtendedContext)
print(Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, Decimal("snan") + 1, Decimal(-1).sqrt(), getcontext().flags[DivisionByZero])
print(getcontext().flags)
copied = getcontext().copy()
copied.prec = 1
copied.clear_flags()
print(getcontext().prec, copied)
getcontext().traps[FloatOperation] = True
for action in (lambda: Decimal(1.5), lambda: Decimal(1) < 1.5, lambda: Decimal("1.5") == 1.5, lambda: Decimal.from_float(1.5)):
    try:
        print(action())
    except FloatOperation as error:
        print(type(error).__name__, error, isinstance(error, TypeError))
print([each.__mro__[1].__name__ for each in (Clamped, Inexact, Overflow, Rounded, Subnormal, Underflow, DivisionByZero, FloatOperation)])


async def worker(prec):
    getcontext().prec = prec
    await asyncio.sleep(0.1)
    return getcontext().prec, Decimal(1) / 7


async def main():
    print(await asyncio.gather(worker(3), worker(6), worker(9)), getcontext().prec)

asyncio.run(main())
