# How many turns of the loop an await takes, counted by a callback that arms itself again.
import asyncio


async def noop():
    return 1


async def one():
    await asyncio.sleep(0)


class Bare:
    def __await__(self):
        yield
        return 1


async def measure(label, make):
    loop = asyncio.get_running_loop()
    count = 0
    stopped = False

    def tick():
        nonlocal count
        if not stopped:
            count += 1
            loop.call_soon(tick)

    awaited = make()
    loop.call_soon(tick)
    try:
        await awaited
    except BaseException as error:
        label += f" -> {type(error).__name__}"
    stopped = True
    print(f"{label:40} {count}")
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result(1)

    def soon():
        future = loop.create_future()
        loop.call_soon(future.set_result, 1)
        return future

    async def limited(seconds):
        async with asyncio.timeout(seconds):
            if seconds == 0:
                await asyncio.sleep(0)

    async def cancelled(turns):
        task = asyncio.create_task(asyncio.sleep(9))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass

    await measure("a coroutine", noop)
    await measure("a done future", lambda: done)
    await measure("sleep(0)", lambda: asyncio.sleep(0))
    await measure("sleep(-1)", lambda: asyncio.sleep(-1))
    await measure("a future set by one call_soon", soon)
    await measure("a bare yield", Bare)
    await measure("create_task(noop())", lambda: asyncio.create_task(noop()))
    await measure("create_task(one())", lambda: asyncio.create_task(one()))
    await measure("gather()", lambda: asyncio.gather())
    await measure("gather(noop())", lambda: asyncio.gather(noop()))
    await measure("gather of three", lambda: asyncio.gather(noop(), noop(), noop()))
    await measure("gather(done)", lambda: asyncio.gather(done))
    await measure("gather(one())", lambda: asyncio.gather(one()))
    await measure("wait_for(noop(), None)", lambda: asyncio.wait_for(noop(), None))
    await measure("wait_for(noop(), 1)", lambda: asyncio.wait_for(noop(), 1))
    await measure("wait_for(noop(), 0)", lambda: asyncio.wait_for(noop(), 0))
    await measure("wait_for(task, 1)", lambda: asyncio.wait_for(asyncio.create_task(noop()), 1))
    await measure("wait_for(task, 0)", lambda: asyncio.wait_for(asyncio.create_task(noop()), 0))
    await measure("wait({task})", lambda: asyncio.wait({asyncio.create_task(noop())}))
    await measure("wait({done})", lambda: asyncio.wait({done}))
    await measure("shield(task)", lambda: asyncio.shield(asyncio.create_task(noop())))
    await measure("shield(noop())", lambda: asyncio.shield(noop()))
    await measure("shield(done)", lambda: asyncio.shield(done))
    await measure("timeout(1) around nothing", lambda: limited(1))
    await measure("timeout(0) around sleep(0)", lambda: limited(0))
    await measure("cancel of a sleeping task", lambda: cancelled(1))
    await measure("cancel of a new task", lambda: cancelled(0))


asyncio.run(main())
