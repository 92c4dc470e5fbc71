# title: A pipeline of queues
# group: Small programs
# look for: Three stages work at the same time on different items; the slow one in the middle sets the pace, and the
#   queue before it is full.
# from: Simul

import asyncio

END = object()


async def stage(name, seconds, inbox, outbox):
    while (item := await inbox.get()) is not END:
        await asyncio.sleep(seconds)
        print(f"{asyncio.get_running_loop().time():.1f} {name} {item}")
        if outbox:
            await outbox.put(item)
    if outbox:
        await outbox.put(END)


async def main():
    raw, cut, baked = asyncio.Queue(2), asyncio.Queue(2), asyncio.Queue(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(stage("cut", 0.3, raw, cut))
        group.create_task(stage("bake", 1.0, cut, baked))
        group.create_task(stage("pack", 0.2, baked, None))
        for item in ("bread", "cake", "pie", "roll", "bun"):
            await raw.put(item)
        await raw.put(END)


asyncio.run(main())
