# A handler of reports is called in the context of the task that the report is about; if that is the one that runs, it cannot be
# entered a second time.
import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


def handler(loop, context):
    print("report", context["message"], who.get())


async def worker(name):
    who.set(name)
    await asyncio.sleep(0.1)


async def quiet():
    await asyncio.sleep(0.1)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    task, other = asyncio.create_task(worker("worker")), asyncio.create_task(quiet())
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "of another", "task": task})
    loop.call_exception_handler({"message": "as a future", "future": task})
    loop.call_exception_handler({"message": "of a quiet one", "task": other})
    loop.call_exception_handler({"message": "of a future", "future": loop.create_future()})
    loop.call_exception_handler({"message": "of a handle", "handle": loop.call_soon(print, "called")})
    loop.call_exception_handler({"message": "of nobody", "task": None, "future": 5})
    loop.call_exception_handler({"message": "of itself", "task": asyncio.current_task()})
    who.set("main")
    loop.call_exception_handler({"message": "of itself again", "task": asyncio.current_task()})
    loop.call_soon(lambda: loop.call_exception_handler({"message": "of main", "task": this}))
    this = asyncio.current_task()
    await asyncio.sleep(0.2)


asyncio.run(main())
