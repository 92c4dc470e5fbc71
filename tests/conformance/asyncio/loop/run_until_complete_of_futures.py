# run_until_complete() takes futures and tasks, of its own loop only, and returns the result or raises the error.
import asyncio

loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(2, future.set_result, "result")
print(loop.run_until_complete(future), loop.time())
print(loop.run_until_complete(future), "again at once")
failed = loop.create_future()
loop.call_soon(failed.set_exception, ValueError("failed"))
try:
    loop.run_until_complete(failed)
except ValueError as error:
    print(repr(error))
try:
    other.run_until_complete(loop.create_future())
except ValueError as error:
    print("ValueError:", error)
try:
    loop.run_until_complete(5)
except TypeError as error:
    print("TypeError:", error)
loop.close()
other.close()
