# `await` of a plain value is a TypeError when it is reached; nothing warns before.
import asyncio


def forgotten_async():
    return 5


async def values():
    yield 1


async def main():
    for make in (forgotten_async, lambda: None, lambda: "text", lambda: [1], lambda: main, values, lambda: (n for n in ())):
        try:
            await make()
        except TypeError as error:
            print("TypeError:", error)


asyncio.run(main())
