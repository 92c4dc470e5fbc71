# reset() empties a Barrier with an error for those inside, abort() breaks it for good, a cancelled waiter just leaves.
import asyncio


async def wait(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, type(error).__name__, error)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(wait(barrier, name)) for name in "ab"]
    await asyncio.sleep(1)
    print(barrier.n_waiting)
    await barrier.reset()
    await asyncio.gather(*tasks)
    print(barrier.n_waiting, barrier.broken)

    tasks = [asyncio.create_task(wait(barrier, name)) for name in "cde"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(1)
    tasks.append(asyncio.create_task(wait(barrier, "f")))
    await asyncio.gather(*tasks, return_exceptions=True)

    tasks = [asyncio.create_task(wait(barrier, name)) for name in "gh"]
    await asyncio.sleep(1)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print(barrier.broken, barrier.n_waiting, repr(barrier).split(" [")[1])
    await wait(barrier, "i")
    await barrier.reset()
    print(barrier.broken)
    await asyncio.gather(*(wait(barrier, name) for name in "jklmno"))
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError))


asyncio.run(main())
