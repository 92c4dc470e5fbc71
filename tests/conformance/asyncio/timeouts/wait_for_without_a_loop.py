# wait_for() outside a loop fails with an exception whose frame still has the coroutine: that is found never awaited only
# when the exception goes, at the end of the except block.
import asyncio


def step(awaitable):
    try:
        awaitable.send(None)
    except RuntimeError as error:
        print("refused:", error)
        print("still held by the exception")
    print("gone")


step(asyncio.wait_for(asyncio.sleep(1), 1))
