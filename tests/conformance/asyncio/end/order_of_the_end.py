# The order of the end: main's result, cancellations, async generators, then the line after run(), then the module's own.
import asyncio

kept = []


class Tracker:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("__del__ of", self.name)


async def generator():
    tracker = Tracker("the generator's local")
    try:
        yield tracker.name
    finally:
        print("generator closes")


async def worker():
    tracker = Tracker("the worker's local")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker is cancelled")


async def main():
    tracker = Tracker("main's local")
    asyncio.create_task(worker())
    kept.append(generator())
    await anext(kept[0])
    await asyncio.sleep(1)
    print("main returns")


in_module = Tracker("the module")
asyncio.run(main())
print("after run")
