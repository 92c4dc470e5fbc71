# gather() of nothing is a plain future that is done already: awaiting it gives an empty list without a turn.
import asyncio


async def main():
    outer = asyncio.gather()
    print(type(outer).__name__, outer.done())
    print(await outer, asyncio.get_running_loop().time())
    print(await asyncio.gather(*[], return_exceptions=True))


asyncio.run(main())
