"""call_exception_handler() may be replaced on the loop itself, and is the class's again when it goes."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    loop.call_exception_handler = seen.append
    loop.call_soon(lambda: 1 / 0)
    task = asyncio.create_task(asyncio.sleep(0))
    task.add_done_callback(lambda task: [][1])
    await task
    await asyncio.sleep(0)
    for context in seen:
        print(sorted(context), repr(context["exception"]))
    del loop.call_exception_handler
    loop.set_exception_handler(lambda loop, context: print("handler", repr(context["exception"])))
    loop.call_soon(lambda: {}["key"])
    await asyncio.sleep(0)


asyncio.run(main())
