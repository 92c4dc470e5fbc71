# title: Until somebody says stop
# group: Under the hood
# look for: run_forever() waits for no task: it ends when somebody calls stop(). A timer is set for an instant of the
#   loop's own clock, and a thread reaches into the loop through call_soon_threadsafe().
# from: Simul

import asyncio
import threading
import time


async def ticker(name, seconds):
    while True:
        await asyncio.sleep(seconds)
        print(name, "at", round(loop.time(), 2))


def from_a_thread():
    time.sleep(1.2)
    loop.call_soon_threadsafe(print, "the thread has something to say")


loop = asyncio.new_event_loop()
loop.create_task(ticker("quick", 0.5))
loop.create_task(ticker("slow", 1))
threading.Thread(target=from_a_thread).start()
loop.call_at(loop.time() + 2.25, loop.stop)
loop.run_forever()

waiting = asyncio.all_tasks(loop)
print(len(waiting), "tasks are still waiting")
for task in waiting:
    task.cancel()
loop.run_until_complete(asyncio.gather(*waiting, return_exceptions=True))
loop.close()
