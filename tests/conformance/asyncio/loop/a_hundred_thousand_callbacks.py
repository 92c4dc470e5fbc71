# Callbacks that re-arm themselves share the loop: a hundred thousand turns later everything else still had its share.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    turns = 0

    def again():
        nonlocal turns
        turns += 1
        if turns < 100_000:
            loop.call_soon(again)

    again()
    steps = 0
    while turns < 100_000:
        await asyncio.sleep(0)
        steps += 1
    print(turns, steps)


asyncio.run(main())
