# decimal: every refusal and its words; a signal that is trapped names what happened.
import decimal
from decimal import Context, Decimal, getcontext, localcontext, setcontext

D, c = Decimal, getcontext()


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for action in (lambda: D("abc"), lambda: D("1 2"), lambda: D(""), lambda: D("1__0"), lambda: D("--1"), lambda: D("1e"), lambda: D("0x10"), lambda: D(None),
               lambda: D([]), lambda: D((1,)), lambda: D((2, (1,), 0)), lambda: D((0, (11,), 0)), lambda: D((0, 1, 0)), lambda: D((0, (1,), "x")),
               lambda: D((0, (1,), 1.5)), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) % 0, lambda: D(0) % 0, lambda: D(1) // 0, lambda: D(0) // 0,
               lambda: divmod(D(1), 0), lambda: D(10)**50 // D(3), lambda: D(10)**50 % D(3), lambda: D(-1).sqrt(), lambda: D(0)**0, lambda: D(-1)**D("0.5"),
               lambda: D(-1).ln(), lambda: D("inf") - D("inf"), lambda: D("inf") * 0, lambda: D("inf") / D("inf"), lambda: D("snan") + 1, lambda: D("nan") < 1,
               lambda: D("snan") == 1, lambda: D(1) < "a", lambda: D(1) == "a", lambda: D(1) + 1.0, lambda: D(1) + "a", lambda: "a" + D(1), lambda: 1.5 * D(2),
               lambda: int(D("inf")), lambda: int(D("nan")), lambda: float(D("snan")), lambda: hash(D("snan")), lambda: D("9e999999") * 10,
               lambda: D(1).quantize(D("1e-40")), lambda: D("inf").quantize(D(1)), lambda: round(D("inf")), lambda: round(D("nan")), lambda: round(D("inf"), 2),
               lambda: round(D(1), "a"), lambda: D("inf").as_integer_ratio(), lambda: D("nan").as_integer_ratio(), lambda: format(D(1), "x"), lambda: f"{D(1):_}",
               lambda: D(1).foo, lambda: setattr(D(1), "x", 1), lambda: setattr(c, "prec", 0), lambda: setattr(c, "prec", "a"), lambda: setattr(c, "rounding", "x"),
               lambda: setattr(c, "Emin", 1), lambda: setattr(c, "Emax", -1), lambda: setattr(c, "capitals", 2), lambda: setattr(c, "clamp", 2),
               lambda: setattr(c, "precision", 2), lambda: setattr(c, "flags", 2), lambda: delattr(c, "prec"), lambda: c.flags["x"], lambda: setcontext(1),
               lambda: localcontext(1), lambda: localcontext(precision=1), lambda: Context(prec=0), lambda: Context(traps=1), lambda: D(1, 2),
               lambda: D.from_float("a"), lambda: pow(D(3), -4, 5), lambda: pow(D("1.5"), 4, 3), lambda: D(1).compare("a"), lambda: c.add(1, "a"),
               lambda: c.create_decimal("abc"), lambda: D(1).quantize(D(1), rounding="x"), lambda: D(1).quantize(1.0), lambda: D(10)**D("1e30"),
               lambda: D("0.5")**D("1e30"), lambda: D(0).logb(), lambda: D(2).scaleb(D("1e9")), lambda: D(2).shift(30), lambda: D(2).logical_and(1)):
    attempt(action)

for each in (decimal.DecimalException, decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow, decimal.Underflow, decimal.FloatOperation,
             decimal.ConversionSyntax, decimal.DivisionUndefined):
    print(each, [base.__name__ for base in each.__mro__[1:-2]])
try:
    D(1) / 0
except ZeroDivisionError as error:
    print(repr(error), error.args)
D("1.5.2")
