# A task that awaits itself gets a RuntimeError at that await and may go on.
import asyncio


async def main():
    task = asyncio.current_task()
    task.set_name("narcissus")
    try:
        await task
    except RuntimeError as error:
        print(type(error).__name__ + ":", error)
    print("goes on", task.done())
    await asyncio.sleep(1)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
