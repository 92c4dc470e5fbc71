# gather() watches each of its futures before it makes the next one: a task of an eager factory that waits for an earlier one
# is told after the gather is, and what ends while the others are made is told of in the next turn.
import asyncio
import traceback


async def waits_for(future):
    return await future


async def ends(future):
    future.set_result("ended by a sibling")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    first = asyncio.create_task(waits_for(loop.create_future()))
    both = asyncio.gather(first, waits_for(first))
    first.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    traceback.print_exception(both.exception())

    future = loop.create_future()
    both = asyncio.gather(future, future, ends(future))
    print(both)
    print(await both)

    future = loop.create_future()
    try:
        asyncio.gather(future, [], ends(future))
    except TypeError as error:
        print(error, future)


asyncio.run(main())
