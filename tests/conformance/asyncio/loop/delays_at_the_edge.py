# Negative and tiny delays are the next turn, a huge one can be cancelled, NaN is refused.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (-5, 0, 1e-12, -0.0):
        await asyncio.sleep(delay)
        print(delay, loop.time() < 1e-6)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print("ValueError:", error)
    try:
        await asyncio.wait_for(asyncio.sleep(1e12), 2)
    except TimeoutError:
        print("timeout", round(loop.time(), 6))
    task = asyncio.create_task(asyncio.sleep(1e15))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
