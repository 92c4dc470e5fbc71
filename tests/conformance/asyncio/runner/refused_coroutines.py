# Who refuses a coroutine keeps it until the except clause is over: that is where "never awaited" is said.
# And add_done_callback() of a future that is done asks its loop at once, so it fails when the loop is closed.
import asyncio
import contextvars
import traceback


async def work():
    pass


async def main():
    try:
        asyncio.run(work())
    except RuntimeError as error:
        print("inside a loop:")
        print(error)


runner = asyncio.Runner()
runner.run(main())
runner.close()
try:
    runner.run(work())
except RuntimeError as error:
    print("by a closed runner:")
    print(error)

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result(1)
loop.close()
try:
    future.add_done_callback(print, context=contextvars.copy_context())
except RuntimeError:
    traceback.print_exc()
try:
    loop.run_until_complete(work())
except RuntimeError as error:
    print("by a closed loop:")
    print(error)
