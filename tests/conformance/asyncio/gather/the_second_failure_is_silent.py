# Only the first failure reaches the awaiter; gather marks later ones as seen, so nothing is reported.
import asyncio


async def failing(seconds):
    await asyncio.sleep(seconds)
    print("fails", seconds)
    raise ValueError(seconds)


async def main():
    try:
        await asyncio.gather(failing(2), failing(1), failing(3))
    except ValueError as error:
        print("got", repr(error))
    await asyncio.sleep(5)
    print("nobody was told of the others")


asyncio.run(main())
