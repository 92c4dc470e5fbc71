# title: Two greetings from tasks
# group: Tasks that overlap
# look for: “started at” is printed first, then hello after 1 s and world after 2 s.
# truth: The comment says that create_task starts execution. The tasks’ first steps run when main
#   awaits task1.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio
import time

async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)

async def main():
		# Wraps coroutine as task, registers with event loop and starts execution simultaneously (both task1, task2)
    task1 = asyncio.create_task(
        say_after(1, 'hello'))

    task2 = asyncio.create_task(
        say_after(2, 'world'))
		
		# Since main function continues execution, time below prints first (timers set above)
    print(f"started at {time.strftime('%X')}")

    
    # Remember that task1 exists until executed task1 returns (completes). (prevents cancellation midway)
    await task1 
    await task2

    print(f"finished at {time.strftime('%X')}")

# 1. __name__ becomes __main__ when executed directly
# 2. Imported modules not directly executed have module name (file name).
if __name__ == "__main__": 
    asyncio.run(main())
    
    
    
'''

Result:

started at 23:00:04
hello
world
finished at 23:00:06

'''  
