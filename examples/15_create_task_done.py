# title: A task, and when it is done
# group: Tasks that overlap
# look for: main waits for t, which sleeps for the greatest element, 3 s; then t.done() is True.
# from: “Asyncio”, the notes with the chess exhibition

import asyncio

async def coro(seq):
    # 'IO' wait time is proportional to
    # the max element.
    await asyncio.sleep(max(seq))
    return list(reversed(seq))

async def main():
    # This is a bit redundant in the case of one task
    # We could use `await coro([3, 2, 1])` on its own
    t = asyncio.create_task(coro([3, 2, 1]))
    await t
    print(f't: type {type(t)}')
    print(f't done: {t.done()}')

t = asyncio.run(main())
