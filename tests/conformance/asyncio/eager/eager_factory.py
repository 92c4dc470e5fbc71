# With the eager task factory a task runs up to its first suspension inside create_task(); one that never suspends is done.
import asyncio


async def quick(value):
    return value


async def slow(value):
    print("  first step of", value, "as", asyncio.current_task().get_name())
    await asyncio.sleep(1)
    print("  last step of", value)
    return value


async def fails():
    raise ValueError("at once")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(asyncio.eager_task_factory)
    print("main is", asyncio.current_task().get_name())
    done = asyncio.create_task(quick(1))
    print(done.done(), done.result(), done.get_coro(), done)
    named = asyncio.create_task(quick(2), name="two")
    print(named.get_name(), named in asyncio.all_tasks())
    waiting = asyncio.create_task(slow("a"))
    print("back in", asyncio.current_task().get_name(), waiting.done(), waiting in asyncio.all_tasks())
    print(await asyncio.gather(waiting, slow("b"), quick("c")))
    broken = asyncio.create_task(fails())
    print(broken.done(), broken.exception())
    async with asyncio.TaskGroup() as group:
        first = group.create_task(slow("in the group"))
        second = group.create_task(quick("done before the block"))
        print(first.done(), second.done())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            print("still here")
            await asyncio.sleep(0)
            print("not here")
    except ExceptionGroup as error:
        print(error.exceptions)
    print(await asyncio.wait_for(quick("waited for"), 1))
    loop.set_task_factory(None)
    lazy = asyncio.create_task(quick(3))
    print(lazy.done())
    await lazy


asyncio.run(main())
