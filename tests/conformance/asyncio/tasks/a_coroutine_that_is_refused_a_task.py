# ensure_future() closes the coroutine that its loop refuses with a RuntimeError, and nothing else.
import asyncio
import types


def factory(loop, coroutine, **options):
    raise RuntimeError("too many")


def picky_factory(loop, coroutine, **options):
    raise ValueError("too few")


async def worker():
    await asyncio.sleep(0)


@types.coroutine
def pause():
    yield


async def begun():
    try:
        await pause()
    except GeneratorExit:
        print("begun is closed")
        raise KeyError("in the end")


class Awaitable:
    def __await__(self):
        yield


def ask(name, call, coroutine):
    try:
        print(name, "gave", call(coroutine))
    except Exception as error:
        print(name, repr(error), "while", repr(error.__context__))
    if asyncio.iscoroutine(coroutine):
        print("    closed", coroutine.cr_frame is None)
        try:
            coroutine.close()
        except KeyError as error:
            print("    its own close", repr(error))


async def refused(name, coroutine):
    try:
        print(name, await asyncio.wait_for(coroutine, 0))
    except RuntimeError as error:
        print(name, repr(error))
    print("    closed", coroutine.cr_frame is None)


def ask_all(**options):
    ask("ensure_future", lambda c: asyncio.ensure_future(c, **options), worker())
    coroutine = begun()
    coroutine.send(None)
    ask("begun", lambda c: asyncio.ensure_future(c, **options), coroutine)
    ask("awaitable", lambda c: asyncio.ensure_future(c, **options), Awaitable())
    ask("gather", lambda c: asyncio.gather(c), worker())
    ask("shield", lambda c: asyncio.shield(c), worker())
    ask("as_completed", lambda c: list(asyncio.as_completed([c])), worker())
    ask("create_task", lambda c: asyncio.get_running_loop().create_task(c), worker())


async def main():
    loop = asyncio.get_running_loop()
    for each in (factory, picky_factory):
        print("--", each.__name__)
        loop.set_task_factory(each)
        ask_all()
        if each is factory:
            await refused("wait_for", worker())
    loop.set_task_factory(None)
    print("-- a closed loop")
    other = asyncio.new_event_loop()
    other.close()
    ask("closed", lambda c: asyncio.ensure_future(c, loop=other), worker())
    coroutine = begun()
    coroutine.send(None)
    ask("closed, begun", lambda c: asyncio.ensure_future(c, loop=other), coroutine)


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.set_task_factory(factory)
coroutine = worker()
ask("run_until_complete", loop.run_until_complete, coroutine)
loop.close()
ask("run_until_complete of a closed loop", loop.run_until_complete, worker())
