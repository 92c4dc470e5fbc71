# wait_for() with no time gives TimeoutError for a gather() too, which has failed with a CancelledError and is not itself cancelled.
# That error, the future that has it and the frames that it shows hold one another, so what work() had lives to the end.
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        print("closes")


async def work():
    items = numbers()
    await anext(items)
    try:
        await asyncio.wait_for(asyncio.gather(asyncio.Event().wait()), 0)
    except TimeoutError:
        print("timeout")


async def main():
    await work()
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
