# A functools.partial is shown as the function in it, with its own brackets before those of the call.
import asyncio
import functools


def callback(*args, **options):
    pass


class Doer:
    def __call__(self):
        pass

    def do(self, *args):
        pass

    def __repr__(self):
        return "<doer>"


async def main():
    loop = asyncio.get_running_loop()
    for debug in (False, True):
        loop.set_debug(debug)
        for each in (functools.partial(callback, "a", end="\n"), functools.partial(functools.partial(callback, 1), 2),
                     functools.partial(Doer(), 1), functools.partial(Doer().do, 1), functools.partial(print, flush=True)):
            handle = loop.call_soon(each, 3)
            print(repr(handle).partition(" created at")[0])
            handle.cancel()
            print(repr(handle).partition(" created at")[0])
        future = loop.create_future()
        future.add_done_callback(functools.partial(callback, 1, key=[2]))
        print(repr(future).partition(" created at")[0])
    loop.set_debug(False)
    loop.call_soon(functools.partial(callback, **{"sep": 1}))
    loop.call_soon(functools.partial(int, "x", base=10))
    task = asyncio.create_task(asyncio.sleep(1))
    waiting = asyncio.create_task(asyncio.wait_for(slow(), 0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([each for each in asyncio.all_tasks() if each not in (task, waiting, asyncio.current_task())])


async def slow():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.1)


asyncio.run(main())
