# title: A loop by hand
# group: Under the hood
# look for: run_until_complete() runs the loop only as long as its future needs: the ticker stands still between the
#   two, and nobody cancels it at the end but we.
# from: Simul

import asyncio


async def ticker():
    while True:
        await asyncio.sleep(1)
        print("tick", loop.time())


loop = asyncio.new_event_loop()
task = loop.create_task(ticker())
loop.run_until_complete(asyncio.sleep(2.5))
print("the loop stands still")
loop.run_until_complete(asyncio.sleep(2))

task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled by hand, as asyncio.run() would have done")
loop.close()
