# title: A thread asks the loop
# group: Threads
# look for: A thread must not touch the loop by itself. run_coroutine_threadsafe hands it a coroutine;
#   future.result() blocks the thread, and only the thread, until the task is done.
# from: Simul

import asyncio
import threading
import time


async def lookup(name):
    print(f"task: looking up {name}")
    await asyncio.sleep(0.5)
    return len(name)


def old_code(loop):
    time.sleep(0.25)
    future = asyncio.run_coroutine_threadsafe(lookup("Ada"), loop)
    print("thread: asked, and waits")
    print("thread: answer", future.result())


async def main():
    thread = threading.Thread(target=old_code, args=(asyncio.get_running_loop(),))
    thread.start()
    for _ in range(4):
        print("main: free")
        await asyncio.sleep(0.3)
    await asyncio.to_thread(thread.join)


asyncio.run(main())
