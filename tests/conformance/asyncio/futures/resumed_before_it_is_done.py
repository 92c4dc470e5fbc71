# Whoever drives a coroutine by hand and resumes it before its future is done is told so.
import asyncio
async def full(q):
    q.put_nowait(1)
    await q.put(2)
async def joined(q):
    q.put_nowait(1)
    await q.join()
async def held(lock):
    await lock.acquire()
    await lock.acquire()
async def waits(c):
    async with c:
        await c.wait()
async def waits_for(c):
    async with c:
        await c.wait_for(lambda: False)
async def group():
    async with asyncio.TaskGroup() as g:
        g.create_task(asyncio.sleep(1))
async def first():
    async for each in asyncio.as_completed([asyncio.sleep(1)]):
        await each
async def timed():
    async with asyncio.timeout(5):
        await asyncio.sleep(1)
async def use(b):
    async with b:
        pass
async def plain(f):
    await f
class Own:
    def __await__(self):
        return (yield from asyncio.sleep(1).__await__())
async def own():
    await Own()
async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(asyncio.sleep(3))
    made = {
        "sleep": lambda: asyncio.sleep(1), "get": lambda: asyncio.Queue().get(), "put": lambda: full(asyncio.Queue(1)),
        "join": lambda: joined(asyncio.Queue()), "event": lambda: asyncio.Event().wait(), "lock": lambda: held(asyncio.Lock()),
        "semaphore": lambda: held(asyncio.Semaphore(1)), "condition": lambda: waits(asyncio.Condition()), "condition for": lambda: waits_for(asyncio.Condition()),
        "group": group, "as_completed": first, "timeout": timed, "barrier": lambda: use(asyncio.Barrier(2)),
        "future": lambda: plain(loop.create_future()), "task": lambda: plain(t), "gather": lambda: plain(asyncio.gather(asyncio.sleep(1))),
        "shield": lambda: plain(asyncio.shield(loop.create_future())), "wait": lambda: asyncio.wait([t]), "wait timed": lambda: asyncio.wait([t], timeout=1),
        "wait_for": lambda: asyncio.wait_for(loop.create_future(), 1), "wait_for 0": lambda: asyncio.wait_for(loop.create_future(), 0),
        "to_thread": lambda: asyncio.to_thread(print, "in a thread"), "sleep 0": lambda: asyncio.sleep(0), "own": own,
        "reader": lambda: asyncio.StreamReader().read(),
    }
    for name, make in made.items():
        c = make()
        try:
            for n in range(4):
                print(name, n, type(c.send(None)).__name__)
        except BaseException as error:
            print(name, "raised", repr(error))
        try:
            c.close()
        except BaseException as error:
            print(name, "close raised", repr(error))
asyncio.run(main())
