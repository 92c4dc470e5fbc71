# A Barrier lets nobody go before all parties are there, again and again.
import asyncio


async def worker(barrier, number, rounds):
    for turn in range(rounds):
        await asyncio.sleep(number)
        print(asyncio.get_running_loop().time(), number, "waits", barrier.n_waiting)
        index = await barrier.wait()
        print(asyncio.get_running_loop().time(), number, "goes as", index)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier).split(" at ")[0], repr(barrier).split(" [")[1])
    await asyncio.gather(*(worker(barrier, number, 2) for number in (1, 2, 3)))
    async with barrier_of_one() as position:
        print("position", position)
    for wrong in (0, -1, "x", None):
        try:
            asyncio.Barrier(wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


def barrier_of_one():
    return asyncio.Barrier(1)


asyncio.run(main())
