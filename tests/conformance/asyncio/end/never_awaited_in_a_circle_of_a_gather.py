# A coroutine that only the traceback of a gather's own failure still has says so at the very end.
import asyncio

other = asyncio.new_event_loop()


async def worker(name):
    await asyncio.sleep(0)


async def main():
    both = asyncio.gather(worker("a"), asyncio.sleep(1))
    other.run_until_complete(worker("b"))


asyncio.run(main())
