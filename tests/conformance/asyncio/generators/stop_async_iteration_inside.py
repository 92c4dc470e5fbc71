# A StopAsyncIteration or StopIteration raised inside an async generator becomes a RuntimeError, not a quiet end.
import asyncio


async def bad(error):
    yield 1
    raise error


async def main():
    for error in (StopAsyncIteration("a"), StopIteration("b")):
        try:
            async for n in bad(error):
                print(n)
        except RuntimeError as caught:
            print("RuntimeError:", caught, "| cause:", repr(caught.__cause__))


asyncio.run(main())
