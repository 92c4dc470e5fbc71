# gather() that refuses an argument has begun with those before it: their tasks run, and their exceptions count as retrieved.
import asyncio


async def fails(what):
    await asyncio.sleep(1)
    raise ValueError(what)


async def main():
    for wrong in (5, []):
        try:
            asyncio.gather(fails("before it"), wrong, fails("after it"))
        except TypeError as error:
            print(repr(error))
    await asyncio.sleep(2)
    print("both tasks have failed, and nobody says so")


asyncio.run(main())
