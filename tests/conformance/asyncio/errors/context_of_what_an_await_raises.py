# What an await raises into an except block has the exception handled there as its __context__. It is thrown into each coroutine
# on the way out anew, so of several except blocks the outermost one's exception stays, whatever context there was before.
import asyncio


def chain(error):
    names = []
    while error:
        names.append(repr(error))
        error = error.__context__
    return " <- ".join(names)


async def inner(future, handling):
    if not handling:
        return await future
    try:
        raise KeyError("inner's")
    except KeyError:
        await future


async def outer(future, inside, outside):
    if not outside:
        return await inner(future, inside)
    try:
        raise IndexError("outer's")
    except IndexError:
        await inner(future, inside)


def generator():
    try:
        raise KeyError("the generator's")
    except KeyError:
        yield


def caller():
    try:
        raise IndexError("the caller's")
    except IndexError:
        yield from generator()


async def main():
    for inside in False, True:
        for outside in False, True:
            future = asyncio.get_running_loop().create_future()
            task = asyncio.create_task(outer(future, inside, outside))
            await asyncio.sleep(0)
            future.set_exception(OSError("set"))
            await asyncio.wait([task])
            print(inside, outside, chain(task.exception()))
    try:
        raise ValueError("main's")
    except ValueError:
        asyncio.current_task().cancel()
        try:
            await asyncio.gather(asyncio.sleep(1))
        except asyncio.CancelledError as error:
            print("cancelled:", chain(error))
    for made in generator(), caller():
        next(made)
        try:
            raise ZeroDivisionError("of whoever throws")
        except ZeroDivisionError:
            try:
                made.throw(OSError("thrown"))
            except OSError as error:
                print("thrown:", chain(error))


asyncio.run(main())
