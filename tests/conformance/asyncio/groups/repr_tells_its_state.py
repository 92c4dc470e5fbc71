# The repr of a TaskGroup counts its tasks and errors and says when it is cancelling.
import asyncio


def state(group):
    text = repr(group)
    return text.replace(hex(id(group)), "0x")


async def child(group):
    try:
        await asyncio.sleep(1)
    finally:
        print(state(group))


async def fails(group):
    await asyncio.sleep(0.5)
    raise ValueError


async def main():
    group = asyncio.TaskGroup()
    print(state(group))
    try:
        async with group:
            group.create_task(child(group))
            group.create_task(fails(group))
            print(state(group))
    except* ValueError:
        print(state(group))


asyncio.run(main())
