# FIRST_EXCEPTION returns at the first failure; a cancelled task is no failure; without one it waits for all.
import asyncio


async def child(seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error


async def report(tasks):
    loop = asyncio.get_running_loop()
    began = loop.time()
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending), loop.time() - began)
    for task in pending:
        task.cancel()


def start(*specs):
    return [asyncio.create_task(child(*spec), name=f"t{n}") for n, spec in enumerate(specs)]


async def main():
    tasks = start((1,), (2, KeyError("x")), (3,))
    await report(tasks)
    print(repr(tasks[1].exception()))
    tasks = start((1,), (2,), (3,))
    asyncio.get_running_loop().call_later(0.5, tasks[2].cancel)
    await report(tasks)


asyncio.run(main())
