# What an eager task changes in the order of things: its first step comes before the next line, not in the next turn.
import asyncio


async def worker(name):
    for step in range(3):
        print(name, step)
        await asyncio.sleep(0)


async def cancels_itself():
    asyncio.current_task().cancel()
    print("cancelled, but not told yet")
    await asyncio.sleep(0)


async def nested():
    inner = asyncio.create_task(worker("inner"))
    print("nested goes on as", asyncio.current_task().get_name())
    await inner


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(asyncio.Task))
    loop.call_soon(print, "call_soon")
    first = asyncio.create_task(worker("first"), name="first")
    print("between")
    second = asyncio.create_task(worker("second"), name="second")
    first.add_done_callback(lambda task: print("done:", task.get_name()))
    await second
    await asyncio.create_task(nested(), name="nested")
    task = asyncio.create_task(cancels_itself())
    try:
        await task
    except asyncio.CancelledError:
        print("told", task.cancelled())
    done = asyncio.create_task(worker("late"))
    done.cancel("no more")
    try:
        await done
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


asyncio.run(main())
