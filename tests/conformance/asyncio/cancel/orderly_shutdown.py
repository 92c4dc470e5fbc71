# The usual shutdown: cancel all others, gather them with return_exceptions, look at what each says.
import asyncio


async def obedient():
    await asyncio.sleep(60)


async def saves_first():
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(2)
        print("saved")


async def fails_while_closing():
    try:
        await asyncio.sleep(60)
    finally:
        raise OSError("disk full")


async def main():
    tasks = [asyncio.create_task(make(), name=make.__name__) for make in (obedient, saves_first, fails_while_closing)]
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel("shutdown")
    for task, result in zip(tasks, await asyncio.gather(*tasks, return_exceptions=True)):
        print(task.get_name(), repr(result), task.cancelled())
    print(asyncio.get_running_loop().time())


asyncio.run(main())
