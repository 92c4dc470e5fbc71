# What few programs ask of built-in types: aiter(), the order in which a class looks for its names, an async generator that stands still.
import asyncio
import sys


class Base:
    pass


class Left(Base):
    pass


class Right(Base):
    pass


class Both(Left, Right):
    pass


print([each.__name__ for each in Both.mro()], type.mro(int), Both.mro() is Both.mro(), Both.mro() == list(Both.__mro__))
try:
    type.mro()
except TypeError as error:
    print(error)
try:
    type.mro(3)
except TypeError as error:
    print(error)

table = bytearray.maketrans(b"abc", b"xyz")
print(type(table), len(table), table[97:100], bytearray(b"cab!").translate(table), bytearray.maketrans(b"", b"") == bytes(range(256)))
for arguments in ((b"a", b""), ("a", b"b"), (b"a",)):
    try:
        bytearray.maketrans(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


async def counting(to):
    for number in range(to):
        yield number


class Once:
    def __init__(self):
        self.left = 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return "once"


class NotAsync:
    def __aiter__(self):
        return iter([1])


async def main():
    numbers = counting(3)
    print(aiter(numbers) is numbers, numbers.ag_suspended, numbers.ag_running)
    print(await anext(numbers), numbers.ag_suspended, numbers.ag_frame.f_lineno)
    await numbers.aclose()
    print(numbers.ag_suspended, numbers.ag_frame)
    once = aiter(Once())
    print(await anext(once), await anext(once, "over"))
    for wrong in (3, [], NotAsync(), None):
        try:
            aiter(wrong)
        except TypeError as error:
            print(error)
    try:
        aiter()
    except TypeError as error:
        print(error)


asyncio.run(main())


def globals_here():
    return sys._getframe().f_globals


print(globals_here() is globals(), globals_here() is globals_here.__globals__, "Both" in sys._getframe().f_globals)
code = compile("import sys\nwhose = sys._getframe().f_globals\n", "<made>", "exec")
elsewhere = {"own": 1}
exec(code, elsewhere)
print(elsewhere["whose"] is elsewhere, sorted(name for name in elsewhere if not name.startswith("_")))
try:
    sys._getframe().f_globals = {}
except AttributeError as error:
    print(error)
