# title: Coroutines in a row, and two runs
# group: Coroutines and the loop
# look for: Each await takes its own time, 1 s and then 2 s; there is only the main task, and two
#   loops one after the other.
# truth: The document shows the output once. asyncio.run(main()) is called twice, so everything is
#   printed twice and it takes 6 s.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio
import time

async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)

async def main():
    print(f"started at {time.strftime('%X')}")

    await say_after(1, 'hello')
    await say_after(2, 'world')

    print(f"finished at {time.strftime('%X')}")

asyncio.run(main())

if __name__ == "__main__": # __name__ becomes __main__ when executed directly
    asyncio.run(main()) # Create run loop and execute main() coroutine

    
'''

Result:

started at 22:59:51
hello
world
finished at 22:59:54

'''  
