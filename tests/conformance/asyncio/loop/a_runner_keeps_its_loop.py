# All runs of a Runner share one loop, one context and the tasks that are left; only close() cancels those.
import asyncio
import contextvars

count = contextvars.ContextVar("count", default=0)


async def left_over():
    try:
        await asyncio.sleep(100)
    finally:
        print("left over task is cancelled")


async def main(start):
    count.set(count.get() + 1)
    if start:
        asyncio.create_task(left_over(), name="left over")
    await asyncio.sleep(1)
    return count.get(), len(asyncio.all_tasks()), asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first = runner.run(main(True))
    second = runner.run(main(False))
    print(first[:2], second[:2], first[2] is second[2], runner.get_loop() is first[2])
    print("end of the block")
print(first[2].is_closed(), count.get())
