# What asyncio says about the usual mistakes.
import asyncio


async def coro():
    return 1


def plain():
    return 1


async def main():
    inner = coro()
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()
    for wrong in (plain, coro, 5):
        for use in (asyncio.create_task, asyncio.ensure_future, asyncio.gather):
            try:
                use(wrong)
            except TypeError as error:
                print(use.__name__, str(error).split(" at 0x")[0])
    try:
        await plain()
    except TypeError as error:
        print(error)
    try:
        await asyncio.sleep("1")
    except TypeError as error:
        print(error)
    task = asyncio.create_task(coro())
    await task
    same = coro()
    await same
    try:
        await same
    except RuntimeError as error:
        print(error)
    try:
        task.exception().foo
    except AttributeError as error:
        print(error)


for wrong in (plain, 5, None):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(" at 0x")[0])
asyncio.run(main())
for use in (asyncio.get_running_loop, lambda: asyncio.current_task(), lambda: asyncio.all_tasks()):
    try:
        use()
    except RuntimeError as error:
        print(error)
