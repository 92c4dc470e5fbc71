# An async generator that yields while it is being closed is a RuntimeError.
import asyncio


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("goes on yielding")


async def main():
    generator = stubborn()
    await anext(generator)
    try:
        await generator.aclose()
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
