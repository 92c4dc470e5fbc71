# shutdown(immediate=True) throws the items away, counts them as done, and wakes everybody who waits.
import asyncio


async def call(name, coroutine):
    try:
        print(name, "returns", await coroutine)
    except asyncio.QueueShutDown:
        print(name, "raises QueueShutDown")


async def main():
    full, empty = asyncio.Queue(1), asyncio.Queue()
    full.put_nowait("lost")
    tasks = [asyncio.create_task(call(*each)) for each in
             (("put a", full.put("a")), ("put b", full.put("b")), ("join", full.join()), ("get 1", empty.get()), ("get 2", empty.get()))]
    await asyncio.sleep(1)
    full.shutdown(immediate=True)
    empty.shutdown()
    print(full.qsize(), full.empty(), full)
    await asyncio.wait(tasks)


asyncio.run(main())
