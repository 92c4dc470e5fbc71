# Awaiting a failed task twice raises the same exception, and each traceback begins anew at its own await.
import asyncio


async def fails():
    raise ValueError("once")


def depth(error):
    count, traceback = 0, error.__traceback__
    while traceback is not None:
        count, traceback = count + 1, traceback.tb_next
    return count


async def main():
    task = asyncio.create_task(fails())
    for _ in range(3):
        try:
            await task
        except ValueError as error:
            print(error, depth(error))


asyncio.run(main())
