# The program's names reach a task, which waits for a shield; that one reaches the gather that it shields, and the gather its children.
# So nothing of it is closed before the names are gone.
import asyncio

tasks = []


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print("child ends")


async def waits():
    try:
        await asyncio.shield(asyncio.gather(child()))
    finally:
        print("waiting ends")


async def main():
    tasks.append(asyncio.create_task(waits()))
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
