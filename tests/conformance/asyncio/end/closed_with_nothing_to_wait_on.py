# A coroutine that still waits at the program's end is closed when its loop is closed already. Whatever on its way out
# has to queue a callback gets "Event loop is closed" in place of the GeneratorExit: a task group that cancels its
# children, as_completed() that cancels its own waiting.
import asyncio


async def group():
    try:
        async with asyncio.TaskGroup() as children:
            children.create_task(asyncio.sleep(1), name="first child")
            children.create_task(asyncio.sleep(1), name="second child")
            await asyncio.sleep(1)
    except BaseException as error:
        print("group:", repr(error), "while", repr(error.__context__))


async def earliest(futures):
    try:
        async for each in asyncio.as_completed(futures):
            print(each)
    except BaseException as error:
        print("as_completed:", repr(error), "while", repr(error.__context__))


async def plain():
    try:
        await asyncio.sleep(1)
    except BaseException as error:
        print("plain:", repr(error))


async def main():
    loop = asyncio.get_running_loop()
    never.append(loop.create_future())
    tasks = [asyncio.create_task(each, name=each.__name__) for each in (group(), earliest(never), plain())]
    await asyncio.sleep(0)
    print(len(tasks), "wait")


never = []
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
