# Timers and tasks of a loop wait between two run_until_complete() calls; while it does not run, nothing happens.
import asyncio
import time


async def ticker():
    while True:
        await asyncio.sleep(1)
        print("tick", loop.time())


loop = asyncio.new_event_loop()
task = loop.create_task(ticker())
loop.run_until_complete(asyncio.sleep(2.5))
time.sleep(3)
print("slept outside the loop until", loop.time())
loop.run_until_complete(asyncio.sleep(1.1))
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled", task.cancelled())
loop.close()
