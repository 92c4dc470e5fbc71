# An exception that dies lets go of what it has in CPython's order: fields of its type, its own
# attributes, arguments, notes, traceback, cause and context.
import asyncio


class Said:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


class Note(str):
    def __del__(self):
        print("gone:", str(self))


class Own(Exception):
    pass


class Slotted(Exception):
    __slots__ = ("extra",)


def fails(kind, *args):
    local = Said(f"local of {kind.__name__}")
    raise kind(*args)


def caught(kind, *args):
    try:
        fails(kind, *args)
    except BaseException as error:
        error.attribute = Said("attribute")
        error.__cause__ = ValueError(Said("argument of the cause"))
        error.__context__ = KeyError(Said("argument of the context"))
        if kind is Slotted:
            error.extra = Said("slot")
        print("caught", type(error).__name__)
    print("after")


for kind in (ValueError, Own, Slotted, StopIteration, SystemExit, KeyError, GeneratorExit):
    caught(kind, Said("first argument"), Said("second argument"))
caught(OSError, Said("errno"), Said("strerror"))
caught(StopIteration, Said("value"))
caught(UnicodeTranslateError, "text", 0, 1, Note("reason"))
caught(AttributeError, Said("message"))

group = ExceptionGroup("several", [ValueError(Said("in the group")), TypeError(Said("too"))])
group.add_note("a note")
group.add_note(Note("another note"))
try:
    raise group
except* ValueError as some:
    print("some", some.message)
except* TypeError as rest:
    print("rest", rest.message)
print("del")
del group
print("end")


async def child(n):
    local = Said(f"local {n}")
    try:
        raise ValueError(Said(f"argument {n}"))
    finally:
        print("finally", n)


async def main():
    for n in range(2):
        try:
            await child(n)
        except ValueError as error:
            print("caught", error.__traceback__.tb_next.tb_frame.f_code.co_name)
        print("next")
    coroutine = child(2)
    try:
        await coroutine
    except ValueError:
        print(coroutine.cr_frame)
    print("and the coroutine")


asyncio.run(main())
