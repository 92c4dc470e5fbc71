# asyncio.run() cancels a task that is left when main returns, and waits for its cleanup.
import asyncio


async def background(name):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        await asyncio.sleep(1)
        print(name, "is clean")
        raise


async def main():
    task = asyncio.create_task(background("it"))
    await asyncio.sleep(0.5)
    print("main ends", task.done())
    return "result"


print(asyncio.run(main()))
