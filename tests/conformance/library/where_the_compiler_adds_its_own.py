# Where branches meet behind an except block the name of the exception is unset: those instructions have no line.
import sys
import warnings


class Watched:
    def __del__(self):
        print("dies at", sys._getframe(1).f_lineno)


async def forgotten():
    pass


def coroutine(more):
    try:
        made = forgotten()
        raise KeyError(made)
    except KeyError as error:
        del made
        if more:
            print("more")
    print("after")


def watched(more):
    try:
        made = Watched()
        raise KeyError(made)
    except KeyError as error:
        del made
        if more:
            print("more")
    print("after")


def in_the_block():
    made = Watched()
    try:
        raise KeyError(made)
    except KeyError as error:
        del made
        del error
    print("after")


warnings.simplefilter("always")
coroutine(False)
coroutine(True)
watched(False)
watched(True)
in_the_block()
