# Who is running, and who is there.
import asyncio


async def child():
    me = asyncio.current_task()
    print("child", me.get_name(), me is task)
    await asyncio.sleep(1)


async def main():
    global task
    print("callbacks have no task:", asyncio.current_task() is not None)
    asyncio.get_running_loop().call_soon(lambda: print("in a callback:", asyncio.current_task()))
    task = asyncio.create_task(child())
    print(len(asyncio.all_tasks()))
    task.set_name("renamed")
    await asyncio.sleep(0.5)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await task
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(asyncio.iscoroutinefunction(child), asyncio.iscoroutinefunction(print),
          asyncio.isfuture(task), asyncio.iscoroutine(task))


asyncio.run(main())
