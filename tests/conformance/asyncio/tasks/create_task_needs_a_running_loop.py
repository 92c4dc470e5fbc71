# create_task() outside a running loop fails, and the coroutine that was made for it is never awaited.
import asyncio


async def child():
    pass


try:
    asyncio.create_task(child())
except RuntimeError as error:
    print("RuntimeError:", error)
print("after")
