# Async generators that are still open when main ends are closed by asyncio.run(), and their cleanup is awaited.
import asyncio

kept = []


async def resource(name):
    try:
        yield name
    finally:
        print("closing", name)
        await asyncio.sleep(1)
        print("closed", name, "at", asyncio.get_running_loop().time())


async def main():
    generator = resource("a")
    kept.append(generator)
    print(await anext(generator))
    print("main ends")


asyncio.run(main())
print(kept[0].ag_running)
