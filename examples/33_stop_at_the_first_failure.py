# title: Stop at the first failure
# group: Waiting for many
# look for: wait(FIRST_EXCEPTION) comes back at 1.5 s, when one check fails, although another is still
#   running; nothing is raised by itself.
# from: Simul

import asyncio


async def check(part, seconds, good=True):
    await asyncio.sleep(seconds)
    if not good:
        raise ValueError(f"{part} is broken")
    print(part, "is fine")


async def main():
    checks = [
        asyncio.create_task(check("disk", 1)),
        asyncio.create_task(check("fan", 1.5, good=False)),
        asyncio.create_task(check("memory", 4)),
    ]
    done, pending = await asyncio.wait(checks, return_when=asyncio.FIRST_EXCEPTION)
    for task in done:
        if task.exception():
            print("stop:", task.exception())
    print("never finished:", len(pending))


asyncio.run(main())
