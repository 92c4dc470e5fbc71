# KeyboardInterrupt raised in a task leaves the loop at once: main is cancelled at the end and run() raises it.
import asyncio


async def interrupter():
    await asyncio.sleep(1)
    raise KeyboardInterrupt


async def main():
    task = asyncio.create_task(interrupter())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled at", asyncio.get_running_loop().time(), task.done())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("caught", repr(error))
