# return, break and continue inside a group's block wait for its tasks first.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child", n, "ends")


async def returns():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(1))
        return "returned"


async def main():
    print(await returns())
    for n in (1, 2, 3):
        async with asyncio.TaskGroup() as group:
            group.create_task(child(n))
            if n == 1:
                continue
            break
    print(n, asyncio.get_running_loop().time())


asyncio.run(main())
