# A task that fails or is cancelled at the end of asyncio.run keeps the loop's frames through its traceback, and these keep all the
# tasks that were cancelled then: they die together when the program does. A task that takes its cancellation well is freed at once.
import asyncio


class Marked:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies")


async def waits(name):
    mine = Marked(name)
    await asyncio.sleep(10)


async def copes(name):
    mine = Marked(name)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return name


async def numbers():
    mine = Marked("generator")
    yield 1
    await asyncio.sleep(10)


async def in_generator():
    items = numbers()
    await anext(items)
    await anext(items)


async def main(*workers):
    tasks = [asyncio.create_task(worker) for worker in workers]
    await asyncio.sleep(1)


asyncio.run(main(copes("a"), copes("b")))
print("first run over")
asyncio.run(main(copes("c"), waits("d"), in_generator()))
print("second run over")
