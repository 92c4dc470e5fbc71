# Leaving as_completed() early cancels nothing: the other coroutines are tasks by now and go on.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child", n, "done")
    return n


async def main():
    for coming in asyncio.as_completed([child(2), child(1), child(3)]):
        print("first:", await coming)
        break
    print("tasks that go on:", len(asyncio.all_tasks()) - 1)
    await asyncio.sleep(5)


asyncio.run(main())
