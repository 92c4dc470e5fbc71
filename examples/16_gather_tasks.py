# title: Two tasks through gather
# group: Tasks that overlap
# look for: 3 s and 10 s overlap: both are done after 10 s.
# from: “Asyncio”, the notes with the chess exhibition

import asyncio
import time

async def coro(seq):
    # 'IO' wait time is proportional to
    # the max element.
    await asyncio.sleep(max(seq))
    return list(reversed(seq))

async def main():
    t = asyncio.create_task(coro([3, 2, 1]))
    t2 = asyncio.create_task(coro([10, 5, 0]))
    print('Start:', time.strftime('%X'))
    a = await asyncio.gather(t, t2)
    print('End:', time.strftime('%X'))  # 10 seconds
    print(f'Both done: {all((t.done(), t2.done()))}')
    return a

a = asyncio.run(main())
print(a)
