# Whoever throws a CancelledError into a coroutine has it until that step is over. So what the exception's frames have does not
# die where the exception is caught, but when the task waits again.
import asyncio


class Noisy:
    def __del__(self):
        print("dies")


async def inner():
    noisy = Noisy()
    await asyncio.sleep(10)


async def outer():
    try:
        await inner()
    except asyncio.CancelledError:
        pass
    print("caught")
    await asyncio.sleep(1)
    print("a second later")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    await task


asyncio.run(main())
