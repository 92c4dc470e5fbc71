# title: Failures that nobody awaits
# group: Under the hood
# look for: A callback that fails has nobody to tell, and neither has a task that nobody awaits: the loop's exception
#   handler hears of both, of the task only when its last reference is gone.
# from: Simul

import asyncio


def remember(loop, context):
    error = context.get("exception")
    print(f"{loop.time():.0f} s: {context['message'].split('(')[0]}: {error!r}")


def ring(bell):
    raise RuntimeError(f"the {bell} bell is cracked")


async def forgotten():
    await asyncio.sleep(2)
    raise ValueError("nobody waits for me")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(remember)
    loop.call_later(1, ring, "first")
    task = asyncio.create_task(forgotten())
    await asyncio.sleep(3)
    print("3 s: the task is done:", task.done())
    del task
    await asyncio.sleep(1)
    print("main goes on all the while")


asyncio.run(main())
