# __del__ of a class derived from Task or Future is in place of asyncio's own last words, which super() still has.
import asyncio
import gc


class OwnTask(asyncio.Task):
    def __del__(self):
        print("the task goes:", self.get_name(), "done" if self.done() else "pending")


class OwnFuture(asyncio.Future):
    def __del__(self):
        print("the future goes:", "done" if self.done() else "pending")


class Passes(OwnTask):
    def __del__(self):
        super().__del__()
        asyncio.Task.__del__(self)


async def work(seconds):
    await asyncio.sleep(seconds)


async def fails():
    raise ValueError("nobody asks")


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    OwnTask(work(0), name="only the loop had it")
    await turns(3)
    print("- a failed task is dropped")
    task = OwnTask(fails(), name="failed")
    await turns(2)
    del task
    print("- one that passes it on")
    task = Passes(fails(), name="failed, and told")
    await turns(2)
    del task
    print("- a failed future")
    future = OwnFuture(loop=loop)
    future.set_exception(KeyError("nobody"))
    del future
    print("- in a circle")
    future = OwnFuture(loop=loop)
    future.circle = [future]
    del future
    gc.collect()
    print("- left to the end")
    OwnTask(work(100), name="pending")
    Passes(work(100), name="pending, and told")
    await turns(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("main is over")
