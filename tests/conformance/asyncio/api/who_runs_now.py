# The low-level names by which a loop says which task runs: a loop of one's own would use them.
import asyncio


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio._get_running_loop() is loop)
    me = asyncio.current_task()
    other = loop.create_task(nothing(), name="other")
    for action in (asyncio._enter_task, asyncio._leave_task):
        try:
            action(loop, other)
        except RuntimeError as error:
            print(str(error).split("<")[0])
    asyncio._leave_task(loop, me)
    print(asyncio.current_task())
    asyncio._enter_task(loop, me)
    print(asyncio.current_task() is me)
    asyncio._register_task(other)
    print(other in asyncio.all_tasks(loop), asyncio.current_task(loop) is me)
    await other


print(asyncio._get_running_loop())
asyncio.run(main())
