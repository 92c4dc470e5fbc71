# `await` of a coroutine that never suspends runs it like a plain call: nobody else gets a turn.
import asyncio


async def quiet(n):
    return n * 2


async def other():
    print("other runs")


async def main():
    asyncio.create_task(other())
    total = 0
    for n in range(5):
        total += await quiet(n)
    print("total", total)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
