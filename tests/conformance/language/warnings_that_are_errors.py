"""What the language itself warns of is raised where a filter says error, and told where one listens."""
import warnings


class Half(float):
    pass


class Both(complex):
    pass


class Answers:
    def __float__(self):
        return Half(0.5)

    def __complex__(self):
        return Both(1)

    def __int__(self):
        return True

    def __index__(self):
        return True


def counter():
    while True:
        try:
            yield 1
        except ValueError as error:
            print("thrown", repr(error))


def throw_three():
    numbers = counter()
    next(numbers)
    return numbers.throw(ValueError, "old", None)


async def nothing():
    pass


def throw_two():
    waiting = nothing()
    try:
        return waiting.throw(ValueError, ValueError("new"))
    finally:
        waiting.close()


yes = True
asked = (
    lambda: ~yes,
    lambda: not NotImplemented,
    lambda: float(Answers()),
    lambda: complex(Answers()),
    lambda: int(Answers()),
    lambda: range(Answers()),
    throw_three,
    throw_two,
)
for action in ("error", "always"):
    for ask in asked:
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter(action)
            try:
                print(ask())
            except (DeprecationWarning, ValueError) as error:
                print(type(error).__name__, error)
        print([(each.category.__name__, str(each.message)) for each in heard])


class NoError(Exception):
    def __new__(cls, *args):
        return 5


class NothingAtAll(Exception):
    @classmethod
    def __new__(*args):
        return None


def raise_it():
    raise NoError


def raise_from():
    raise ValueError from NoError


def throw_it():
    numbers = counter()
    next(numbers)
    numbers.throw(NoError)


for wrong in (raise_it, raise_from, throw_it):
    try:
        wrong()
    except TypeError as error:
        print(error)
