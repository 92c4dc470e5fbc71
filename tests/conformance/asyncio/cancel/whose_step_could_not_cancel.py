# A task was to be cancelled as soon as it waits for something, and that cannot be cancelled: the loop reports the step, or the
# wakeup, of a task of that class.
import asyncio


class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        raise RuntimeError("cannot be cancelled")


class OwnTask(asyncio.Task):
    pass


async def at_once(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    asyncio.current_task().cancel()
    await Stubborn()


async def woken(seconds):
    await asyncio.sleep(seconds)
    asyncio.current_task().cancel()
    await Stubborn()


async def woken_and_gives_way():
    await asyncio.sleep(0.1)
    await asyncio.sleep(0)
    asyncio.current_task().cancel()
    await Stubborn()


async def main():
    kept = []
    for coroutine in (at_once(0), at_once(1), woken(0.1), woken_and_gives_way()):
        kept.append(asyncio.create_task(coroutine))
        await asyncio.sleep(1)
    for coroutine in (at_once(0), woken(0.1)):
        kept.append(OwnTask(coroutine))
        await asyncio.sleep(1)
    print("kept", [task.cancelling() for task in kept], [task.done() for task in kept])


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
