# Barrier.reset() and abort() tell whoever waits, which a closed loop refuses: the barrier's lock is free again all the same.
import asyncio

barrier = asyncio.Barrier(2)


async def waits():
    try:
        await barrier.wait()
    except BaseException as error:
        print("waits:", repr(error))
        raise


async def main():
    tasks = [asyncio.create_task(waits())]
    await asyncio.sleep(0)
    return tasks


def by_hand(coroutine):
    try:
        coroutine.send(None)
    except BaseException as error:
        print(repr(error), barrier.n_waiting, barrier.broken)


loop = asyncio.new_event_loop()
tasks = loop.run_until_complete(main())
loop.close()
by_hand(barrier.reset())
by_hand(barrier.reset())
by_hand(barrier.abort())
by_hand(barrier.wait())
