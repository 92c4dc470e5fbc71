# KeyboardInterrupt in a task ends the loop at once, and is kept by the task as well. When asyncio.run()
# runs the loop again to clear up, a gather hands it on as it is by then: its traceback has the frames
# through which it left the loop, between the task that waits and the one that was interrupted.
import asyncio


async def interrupted():
    raise KeyboardInterrupt


async def main():
    await asyncio.gather(asyncio.sleep(1), interrupted())


asyncio.run(main())
