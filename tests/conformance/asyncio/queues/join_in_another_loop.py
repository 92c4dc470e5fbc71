# Queue.join() waits for an Event of its own, and that belongs to the first loop in which somebody has waited for it.
# Without a loop it cannot wait at all.
import asyncio

queue = asyncio.Queue()
queue.put_nowait("a job")


async def first():
    waiting = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    waiting.cancel()


async def second():
    try:
        await queue.join()
    except RuntimeError as error:
        words = str(error).split(" ")
        print(words[0], *words[4:])


other = asyncio.Queue()
other.put_nowait("a job")
try:
    other.join().send(None)
except AttributeError as error:
    print(error)
asyncio.run(first())
asyncio.run(second())
