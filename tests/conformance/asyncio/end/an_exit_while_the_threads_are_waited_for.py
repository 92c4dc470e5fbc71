# An exit overtakes the loop while asyncio.run() waits for its threads: whoever waited for them is lost without a word.
import asyncio
import time


def leaves():
    raise SystemExit(3)


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep, 0)
    loop.run_in_executor(None, time.sleep, 0.5)
    loop.call_later(0.1, leaves)
    print("main ends")


asyncio.run(main())
