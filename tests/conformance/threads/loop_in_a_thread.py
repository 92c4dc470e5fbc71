# A loop of its own in another thread, told from the main thread what to do and when to stop.
import asyncio
import threading
import time


async def double(number):
    await asyncio.sleep(number)
    return 2 * number


def run_loop(loop):
    asyncio.set_event_loop(loop)
    print("loop runs in", threading.current_thread().name)
    loop.run_forever()
    print("loop stopped", time.monotonic())


loop = asyncio.new_event_loop()
thread = threading.Thread(target=run_loop, args=(loop,), name="looper")
thread.start()
futures = [asyncio.run_coroutine_threadsafe(double(n), loop) for n in (3, 1, 2)]
for future in futures:
    print(future.result(), time.monotonic())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print("closed", loop.is_closed(), time.monotonic())


def own_run(name):
    print(name, asyncio.run(double(1)), time.monotonic())


threads = [threading.Thread(target=own_run, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
