# asyncio's own coroutine functions are forgotten like anybody's: sleep, put, acquire and wait_for warn by their names.
import asyncio


async def main():
    asyncio.sleep(1)
    queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
    queue.put("lost")
    lock.acquire()
    event.wait()
    asyncio.wait_for(event.wait(), 1)
    print(queue.qsize(), lock.locked())


asyncio.run(main())
