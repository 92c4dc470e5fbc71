# title: Two tasks and two awaits
# group: Tasks that overlap
# look for: Both tasks sleep at the same time: 2 s and 1 s are over after 2 s. Awaiting task1 does not
#   stop task2.
# truth: The document calls this synchronous mode. It is concurrent: both tasks are on the loop before
#   the first await.
# from: “Understanding AsyncIO by Code”

# Synchronous Mode 1
import asyncio
import time

async def go(delay, what):
    await asyncio.sleep(delay)
    return f'{what}({delay})'

async def main():
    """ first task for event loop """
    time1 = time.time()
    print(f'Start: {time.strftime("%X")}')

    task1 = asyncio.create_task(go(2, 'hello'))
    task2 = asyncio.create_task(go(1, 'world'))
    await task1
    await task2

    time2 = time.time()
    print(f'End: {time.strftime("%X")} ({time2-time1:.4f} sec)')

asyncio.run(main())

# Output below
# Start: 17:19:30
# End: 17:19:32 (2.0017 sec)
