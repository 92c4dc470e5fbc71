# Each waiter that is closed hands the condition on, which the closed loop refuses; so the next one dies and does the same. All of
# them go before the getters, which are older than most.
import asyncio

condition = asyncio.Condition()
queue = asyncio.Queue()


async def waits():
    asyncio.create_task(queue.get())
    async with condition:
        await condition.wait()


async def main():
    for _ in range(4):
        await asyncio.sleep(0)
        asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
