# current_task() is None in a plain callback, and in a done callback of a task too.
import asyncio


async def child():
    print("in child:", asyncio.current_task().get_name())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in call_soon:", asyncio.current_task()))
    loop.call_later(1, lambda: print("in call_later:", asyncio.current_task()))
    task = asyncio.create_task(child(), name="child")
    task.add_done_callback(lambda done: print("in done callback of", done.get_name() + ":", asyncio.current_task()))
    await asyncio.sleep(2)
    print("in main:", asyncio.current_task().get_name())


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print("outside:", error)
