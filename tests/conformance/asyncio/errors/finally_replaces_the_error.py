# An error in a finally replaces the first one, which stays as its context; a return in it drops the error.
import asyncio


async def replaces():
    try:
        raise ValueError("first")
    finally:
        await asyncio.sleep(1)
        raise KeyError("second")


async def drops():
    try:
        raise ValueError("dropped")
    finally:
        await asyncio.sleep(1)
        return "result"


async def main():
    try:
        await replaces()
    except KeyError as error:
        print(repr(error), "while handling", repr(error.__context__))
    print(await drops())


asyncio.run(main())
