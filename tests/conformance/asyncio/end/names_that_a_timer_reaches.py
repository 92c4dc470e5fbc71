# A timer of the loop that is set as the current one: its function knows the program's names, so all that they name lives on,
# and the task that waits for the event is never said to be destroyed.
import asyncio

event = asyncio.Event()


async def waits():
    try:
        await event.wait()
    finally:
        print("the waiter ends")


async def main():
    asyncio.create_task(waits())
    asyncio.get_running_loop().call_later(10, lambda: print("never"))


runner = asyncio.Runner()
runner.run(main())
print("the program ends")
