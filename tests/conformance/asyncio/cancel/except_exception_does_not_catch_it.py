# CancelledError is a BaseException: `except Exception` lets it through, a bare `except` swallows it.
import asyncio


async def careful():
    try:
        await asyncio.sleep(5)
    except Exception as error:
        print("this is never printed", error)


async def careless():
    try:
        await asyncio.sleep(5)
    except:  # noqa: E722
        pass
    print("careless goes on and sleeps on")
    await asyncio.sleep(5)
    return "finished all the same"


async def main():
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)
    tasks = [asyncio.create_task(careful()), asyncio.create_task(careless())]
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print(tasks[0].cancelled(), tasks[1].cancelled(), tasks[1].result())
    print("at", asyncio.get_running_loop().time(), "cancelling:", tasks[1].cancelling())


asyncio.run(main())
