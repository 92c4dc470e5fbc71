# A done callback that raises is reported; the callbacks after it run all the same, and so does the awaiter.
import asyncio


def bad(future):
    raise ValueError("bad callback")


async def child():
    return "result"


async def main():
    task = asyncio.create_task(child(), name="child")
    task.add_done_callback(bad)
    task.add_done_callback(lambda task: print("the next one runs:", task.result()))
    print("awaiter:", await task)


asyncio.run(main())
