# A gather is one future: several tasks may await it, and all get the same list.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    return n


async def awaiter(name, outer):
    result = await outer
    print(name, result)
    return result


async def main():
    outer = asyncio.gather(child(1), child(2))
    first, second = await asyncio.gather(awaiter("a", outer), awaiter("b", outer))
    print(first is second)


asyncio.run(main())
