# A gather looks at a child's exception in the turn after the child has failed. A program that ends before that has a failure
# nobody retrieved, although the task was only ever known to the gather.
import asyncio


async def fails():
    raise ValueError("nobody was told")


async def main():
    both = asyncio.gather(fails(), asyncio.sleep(1), return_exceptions=True)
    await asyncio.sleep(0)
    raise LookupError("main's own")


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
