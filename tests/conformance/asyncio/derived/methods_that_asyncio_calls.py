# Which methods of a task of the program's own class asyncio calls, when, and with what.
import asyncio


def told(name):
    def method(self, *args, **kwargs):
        shown = [arg if isinstance(arg, (str, type(None))) else "..." for arg in args]
        print("   ", self.get_name(), name, shown, sorted(kwargs))
        return getattr(asyncio.Task, name)(self, *args, **kwargs)
    return method


class Told(asyncio.Task):
    for _name in ("add_done_callback", "remove_done_callback", "cancel", "cancelled", "result", "exception", "cancelling", "uncancel",
                  "set_name"):
        locals()[_name] = told(_name)


async def one(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def bad(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(seconds)


def make(coro, name):
    return Told(coro, loop=asyncio.get_running_loop(), name=name)


async def awaits(task):
    return await task


async def plain():
    print("await")
    print(await make(one(1), "A"))
    print("a waiting task is cancelled")
    waiting = asyncio.create_task(awaits(make(one(1), "B")))
    await asyncio.sleep(0)
    waiting.cancel("enough")
    try:
        await waiting
    except asyncio.CancelledError as error:
        print(error)
    print("before it waits")
    waiting = asyncio.create_task(awaits(make(one(1), "C")))
    waiting.cancel("early")
    try:
        await waiting
    except asyncio.CancelledError as error:
        print(error)


async def together():
    print("gather")
    print(await asyncio.gather(make(one(1), "A"), one(2), make(one(1), "B")))
    print("gather, one fails")
    try:
        await asyncio.gather(make(bad(1), "A"), make(one(2), "B"))
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(2)
    print("gather, cancelled")
    outer = asyncio.gather(make(one(1), "A"), make(one(1), "B"), return_exceptions=True)
    await asyncio.sleep(0.5)
    print(outer.cancel("stop"))
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error))
    print("wait")
    done, pending = await asyncio.wait([make(one(1), "A"), make(one(2), "B")], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    await asyncio.wait(pending, timeout=0.5)
    print(await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION))
    print("shield")
    task = make(one(2), "A")
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print("too late")
    print(await asyncio.shield(task))
    print(await asyncio.shield(task))
    print("as_completed")
    for earliest in asyncio.as_completed([make(one(2), "A"), make(one(1), "B"), one(3)]):
        print(await earliest)
    try:
        async for earliest in asyncio.as_completed([make(one(2), "A"), make(one(1), "B")], timeout=1.5):
            print(await earliest)
    except TimeoutError:
        print("too late")
    await asyncio.sleep(1)


async def limits():
    print("wait_for")
    try:
        await asyncio.wait_for(make(one(2), "A"), 1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    print("wait_for without time")
    try:
        await asyncio.wait_for(make(one(2), "B"), 0)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    done = make(one(0), "C")
    await asyncio.sleep(1)
    print(await asyncio.wait_for(done, 0))


asyncio.run(plain())
asyncio.run(together())
asyncio.run(limits())
