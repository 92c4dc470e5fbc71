# A callback that raises is reported, and nothing else suffers: its future's other callbacks, its loop, its task.
import asyncio


class Broken:
    def __call__(self, *args):
        raise LookupError("a callable object")

    def __repr__(self):
        return "<Broken>"


def fail(*args):
    raise ValueError("callback", len(args))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(fail)
    future.add_done_callback(lambda future: print("the next one runs", future.result()))
    future.add_done_callback(Broken())
    future.set_result(1)
    await asyncio.sleep(0)
    loop.call_soon(fail, 1, 2)
    loop.call_later(1, Broken(), "x")
    loop.call_soon(3)
    loop.call_soon("text".upper, 1)
    await asyncio.sleep(2)
    task = asyncio.create_task(asyncio.sleep(0))
    task.add_done_callback(fail)
    await task
    await asyncio.sleep(0)
    print("the end")


asyncio.run(main())
