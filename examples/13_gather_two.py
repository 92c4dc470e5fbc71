# title: gather keeps the order
# group: Tasks that overlap
# look for: world is ready first, and still second in the list: gather returns results in the order of
#   its arguments.
# truth: The document calls this synchronous mode. It is concurrent: gather makes a task of each
#   coroutine.
# from: “Understanding AsyncIO by Code”

# Synchronous Mode 2
import asyncio
import time

async def go(delay, what):
    await asyncio.sleep(delay)
    return f'{what}({delay})'

async def main():
    time1 = time.time()
    print(time.strftime('%X'))

    ret = await asyncio.gather(
            go(2, 'hello'),
            go(1, 'world')
            )
    print(ret)

    time2 = time.time()
    print(f'{time.strftime("%X")} ({time2-time1:.4f} sec)')

asyncio.run(main())

# Output below
# 17:10:30
# ['hello(2)', 'world(1)']
# 17:10:32 (2.0018 sec)
