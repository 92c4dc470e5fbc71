"""Carets are left out only where a plain call is all that is assigned to a name or returned; operators keep theirs."""
import traceback


def operator():
    a = (1) / (0)


def call():
    a = int("x")


def two_targets():
    a = b = int("x")


def unpacked():
    [a, b] = int("x")


def returned_call():
    return int("x")


def returned_operator():
    return int / (1)


def formatted():
    text = "%(a)s" % ({})


def attribute():
    call.a = int("x")


for each in (operator, call, two_targets, unpacked, returned_call, returned_operator, formatted, attribute):
    try:
        each()
    except Exception:
        traceback.print_exc()


def late():
    print(later)
    later = 1


try:
    late()
except UnboundLocalError as error:
    print(error, error.name)
