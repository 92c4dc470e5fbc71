# A failed task that nobody looks at is reported when its last reference goes: at once when dropped, later when kept.
import asyncio

kept = []


async def fails(name):
    raise ValueError(name)


async def main():
    asyncio.create_task(fails("dropped"), name="dropped")
    kept.append(asyncio.create_task(fails("kept"), name="kept"))
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("after run")
kept.clear()
print("the end")
