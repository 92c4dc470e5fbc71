# A loop that gives way to threads before it waits has settled how long: what they queue meanwhile without call_soon_threadsafe()
# runs when that is over.
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    began = threading.Event()

    def outside():
        began.wait()
        print("outside", loop.time())
        loop.call_soon(lambda: print("queued without a word", loop.time()))
        loop.call_later(0.25, lambda: print("a timer without a word", loop.time()))
        time.sleep(0.5)
        print("outside again", loop.time())
        loop.call_soon_threadsafe(lambda: print("with a word", loop.time()))

    thread = threading.Thread(target=outside)
    thread.start()
    loop.call_later(3, print, "later")
    await asyncio.sleep(0)
    began.set()
    await asyncio.sleep(2)
    print("the sleep is over", loop.time())
    loop.call_soon(loop.call_soon_threadsafe, print, "in its own thread")
    await asyncio.sleep(2)
    thread.join()


asyncio.run(main())
