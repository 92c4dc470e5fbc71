# title: Tasks that nobody awaits
# group: Tasks that overlap
# look for: main is over before either task has started; both print their start, then asyncio.run
#   cancels them and neither hello nor world appears.
# truth: The text says that a task runs as soon as it is created. Its own output says otherwise: both
#   start after main has returned.
# from: “asyncio”, the notes with the two design patterns

import asyncio
import time

async def say_after(delay, what):
    print(time.time(),'Start say_after(%s, %s)' % (delay,what))
    await asyncio.sleep(delay)
    print(time.time(),what)

async def main():
    start_time = time.time()
    print(start_time, 'Before creating tasks.')
    task1 = asyncio.create_task(say_after(1, 'hello'))
    task2 = asyncio.create_task(say_after(2, 'world'))
    print(task1)
    print(task1)
    # await task1
    # await task2
    end_time = time.time()
    print('Total time elapsed: %.2f seconds' % (end_time - start_time))

asyncio.run(main())
