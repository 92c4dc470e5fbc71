# Everybody who awaits a failed task gets the same exception object, in the order in which they began to wait.
import asyncio

seen = []


async def failing():
    await asyncio.sleep(1)
    raise ValueError("shared")


async def awaiter(name, task):
    try:
        await task
    except ValueError as error:
        seen.append(error)
        print(name, "got", error)


async def main():
    task = asyncio.create_task(failing())
    await asyncio.gather(*(awaiter(name, task) for name in "abc"))
    print(all(error is seen[0] for error in seen))
    try:
        await task  # and later, as often as one likes
    except ValueError as error:
        print("again", error is seen[0])


asyncio.run(main())
