# The program's names reach a task, its frame a TaskGroup, and the group its children and what as_completed() still expects. So all
# of them go together when the names are gone: nothing is closed before, and each report shows where its task waits.
import asyncio

tasks = {}
never = asyncio.Event()


async def in_a_group():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(5))
            group.create_task(never.wait())
            await asyncio.sleep(4)
    finally:
        print("the group's body ends")


async def in_a_loop():
    async for done in asyncio.as_completed([asyncio.sleep(3), never.wait()]):
        print(done)


async def main():
    tasks["group"] = asyncio.create_task(in_a_group())
    tasks["loop"] = asyncio.create_task(in_a_loop())
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
