# aclose() raises GeneratorExit at the yield; the cleanup may await; closing twice, or before the start, does nothing.
import asyncio


async def numbers():
    try:
        for n in range(10):
            yield n
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        await asyncio.sleep(2)
        print("clean at", asyncio.get_running_loop().time())


async def main():
    generator = numbers()
    print(await anext(generator), await anext(generator))
    print(await generator.aclose())
    await generator.aclose()
    print(await anext(generator, "nothing left"))
    await numbers().aclose()
    print("one that never began has nothing to clean")


asyncio.run(main())
