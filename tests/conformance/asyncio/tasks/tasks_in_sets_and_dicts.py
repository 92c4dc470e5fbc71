# Tasks are hashable by identity: sets drop what is done, dicts name what is running.
import asyncio

background = set()


async def child(n):
    await asyncio.sleep(n)
    return n * n


async def main():
    names = {}
    for n in (3, 1, 2):
        task = asyncio.create_task(child(n))
        background.add(task)
        task.add_done_callback(background.discard)
        names[task] = f"square of {n}"
    twin = asyncio.create_task(child(1))
    print(twin == list(names)[1], twin in names, len(background))
    while background:
        done, _ = await asyncio.wait(background, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            print(names[task], "=", task.result(), "| left:", len(background))
    await twin


asyncio.run(main())
