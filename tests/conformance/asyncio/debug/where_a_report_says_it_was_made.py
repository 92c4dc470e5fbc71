# One's own exception handler is told where the future, task or handle was made, as a StackSummary; and the default handler
# shows it when it is handed the context, also a copy of it.
import asyncio


def handler(loop, context):
    print("report", sorted(context))
    frames = context.get("source_traceback")
    if frames is not None:
        print(type(frames).__name__, [frame.name for frame in frames][-3:], [frame.lineno for frame in frames][-1])
    if "default" in show:
        loop.default_exception_handler(dict(context))


show = []


async def fails():
    raise ValueError("fails")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    for _ in range(2):
        task = asyncio.create_task(fails())
        await asyncio.sleep(0)
        del task
        await asyncio.sleep(0)
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)
        loop.call_later(0.1, lambda: {}["key"])
        await asyncio.sleep(0.2)
        future = loop.create_future()
        future.set_exception(KeyError("lost"))
        del future
        if not show:
            loop.call_exception_handler({"message": "by hand"})
        show.append("default")


asyncio.run(main(), debug=True)
show.clear()
asyncio.run(main())
