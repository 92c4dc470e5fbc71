# What kind of number a Decimal is, subclasses made of themselves, texts that only Decimal() trims, and the format N.
import numbers
import warnings
from decimal import Context, Decimal, InvalidOperation, getcontext

print(isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real), issubclass(Decimal, numbers.Complex))


class Noted(Decimal):
    note = None


first = Noted("1.50")
first.note = "kept here"
print(repr(Noted(first)), Noted(first).note, type(Decimal(first)).__name__, Decimal(Decimal(2)))

print(repr(Decimal(" 3.14\n")), repr(Decimal("1_000")))
for text in ("3.14", " 3.14", "3.14\n", "1_000"):
    print(repr(Context(traps=[]).create_decimal(text)), end=" ")
    try:
        print(getcontext().create_decimal(text))
    except InvalidOperation as error:
        print(error)

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    print(format(Decimal("1.255"), ".3N"), format(Decimal(4), "N"), f"{Decimal(7):n}")
print([str(each.message) for each in told])
