# `async for` over a plain iterable and `for` over an async one are TypeErrors.
import asyncio


async def numbers():
    yield 1


class Broken:
    def __aiter__(self):
        return self


class Half:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    for thing in ([1], 5, Broken(), Half()):
        try:
            async for n in thing:
                print(n)
        except TypeError as error:
            print("TypeError:", error)
    try:
        for n in numbers():
            print(n)
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
