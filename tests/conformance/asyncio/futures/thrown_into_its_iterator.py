"""throw() of what a future's __await__() gives: classes, values, and what is no exception."""
import asyncio
import sys
import warnings


async def main():
    warnings.simplefilter("always")

    def waiting():
        iterator = asyncio.get_running_loop().create_future().__await__()
        next(iterator)
        return iterator

    for thrown in (
        (ValueError("made"),),
        (KeyError,),
        (ValueError, "by value"),
        (ValueError, ValueError("of the class"), None),
        (ValueError, (2, "a tuple")),
        (3,),
        (int,),
        (ValueError("made"), "and a value"),
        (ValueError, "x", 5),
    ):
        try:
            waiting().throw(*thrown)
        except Exception as error:
            print(repr(error))
    sys.stdout.flush()

    class Claims:
        _asyncio_future_blocking = False

    class Pretends:
        __class__ = Claims
        _asyncio_future_blocking = True

    print(asyncio.isfuture(Claims()), asyncio.isfuture(Pretends()), asyncio.isfuture(Claims))


asyncio.run(main())
