# What a callback raises is reported. The loop's frame that reports it has the exception, and the exception's traceback has that
# frame: the two keep each other, and all that the frames of the callback have, until somebody collects.
import asyncio
import gc


class Noisy:
    def __del__(self):
        print("dies")


def fails():
    noisy = Noisy()
    raise ValueError("in the callback")


async def main():
    asyncio.get_running_loop().call_soon(fails)
    await asyncio.sleep(1)
    print("a second later")
    gc.collect()
    print("main ends")


asyncio.run(main())
