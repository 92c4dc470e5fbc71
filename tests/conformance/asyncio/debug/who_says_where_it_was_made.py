# The report of a failure that nobody has seen says where its future was made. What a program itself hands to
# call_exception_handler() does not, and neither does the end of asyncio.run() for a task that fails while it is cancelled.
import asyncio

loop = asyncio.new_event_loop()
loop.set_debug(True)
future = loop.create_future()
future.set_exception(OSError("nobody asks"))
loop.call_exception_handler({"message": "the program's own", "future": future})
del future
loop.close()


async def stubborn():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("on the way out")


async def main():
    asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
