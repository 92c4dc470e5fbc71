# title: A delay that holds everybody
# group: When the loop is blocked
# look for: Both timers pass while time.sleep(3) holds the loop; hello and world are both printed at
#   3.1 s.
# truth: The text says that the futures are already filled when the loop resumes. Nobody filled them:
#   their timers are due, and the loop collects them now.
# from: “asyncio”, the notes with the two design patterns

import asyncio
import time

async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)

async def main():
    start_time = time.time()
    print(start_time, 'Before creating tasks.')
    task1 = asyncio.create_task(say_after(1, 'hello'))
    task2 = asyncio.create_task(say_after(2, 'world'))    
    print(time.time(),"Before delay - after creating tasks")
    await asyncio.sleep(0.1)
    time.sleep(3) ##  DELAY ##   
    print(time.time(),"After delay - before await tasks")
    await task1
    await task2
    end_time = time.time()
    print('Total time elapsed: %.2f seconds' % (end_time - start_time))

asyncio.run(main())
