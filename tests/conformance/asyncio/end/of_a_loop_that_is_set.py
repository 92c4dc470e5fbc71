# A Runner that nobody closes has set its loop as the current one, and asyncio keeps that loop to the very last: what still
# waits for one of its timers is never finalised, so neither its finally block nor "destroyed but it is pending" is heard.
# A task that only waits for an event is out of the loop's reach, and is reported.
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(10)
    finally:
        print("the sleeper ends")


async def waiter(event):
    try:
        await event.wait()
    finally:
        print("the waiter ends")


async def main():
    asyncio.create_task(sleeper())
    asyncio.create_task(waiter(asyncio.Event()))


runner = asyncio.Runner()
runner.run(main())
print("the program ends")
