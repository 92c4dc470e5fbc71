# close() throws away what the loop had queued, what is ready first and then its timers. Whoever was held by that alone dies
# there, in a line of asyncio's: a task that never ran, and what was given to call_later(). A loop that nobody closed does the
# same when it dies.
import asyncio


async def child():
    print("never printed")


async def stubborn():
    try:
        await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)


closed = asyncio.new_event_loop()
closed.create_task(child())
closed.call_later(3, print, child())
closed.close()
print("closed")

left_open = asyncio.new_event_loop()
left_open.create_task(stubborn())
left_open.call_soon(left_open.stop)
left_open.run_forever()
left_open.create_task(child())
left_open.call_later(3, print, child())
print("left open")
