# SystemExit leaves the loop in the middle of a task's step: the loop's frame, which the exception's traceback has, still knows that
# task. A second exit, of a task that is being cancelled, is raised while the first one is handled, and the program's names reach it:
# so the first task lives until the names are gone, and is reported then, without the lines of a source that nobody can read any more.
import asyncio

tasks = []


async def exits(code):
    try:
        await asyncio.sleep(0)
    finally:
        raise SystemExit(code)


async def main():
    asyncio.create_task(exits(3))
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(exits(4)))
    await asyncio.sleep(10)


asyncio.run(main())
