# Who is cancelled while wait_for() cancels what it was given has that in the frames of the error, as long as these live.
import asyncio


class Tells:
    def __del__(self):
        print("gone")


async def child(tells):
    await asyncio.sleep(1)


async def waits(made):
    made.append(asyncio.gather(child(0), child(1)))
    made[0].tells = Tells()
    await asyncio.wait_for(made.pop(), 0)


async def main():
    task = asyncio.create_task(waits([]))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("caught", repr(error))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("still caught")
    print("let go of the error")
    del task
    print("let go of the task")


asyncio.run(main())
