# asyncio.run() inside a running loop is refused, and so is run_until_complete(); the inner coroutine never runs.
import asyncio


async def inner():
    print("this is never printed")


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    loop = asyncio.get_running_loop()
    for target in (loop, other):
        try:
            target.run_until_complete(coroutine)
        except RuntimeError as error:
            print("RuntimeError:", error)
    try:
        loop.close()
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()


other = asyncio.new_event_loop()
asyncio.run(main())
other.close()
