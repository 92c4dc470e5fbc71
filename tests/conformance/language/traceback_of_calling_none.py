# A call that is all a return gives shows no carets under a name, in parentheses or not; None, True and numbers are no names.
import traceback


def plain(x):
    return x


def called():
    return plain()


def in_parentheses():
    return (plain)()


def nothing():
    return None()


def truth():
    return (True)(1)


def number():
    return 5()


def attribute():
    return plain.nope()


def kept():
    value = None()
    return value


for each in (called, in_parentheses, nothing, truth, number, attribute, kept):
    try:
        each()
    except Exception:
        traceback.print_exc()
print((2 + 3j).real, "the next two lines are warned of")
for wrong in (lambda: (-1j)[0], lambda: (2 + 3j)(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
