# title: Awaiting the wrong sum
# group: Small surprises
# look for: sum is the builtin here, so the call fails before there is anything to await.
# truth: The document means a coroutine of its own named sum; see “Await one, then the other”.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio

async def main():
    result1 = await sum("A", [1, 2])   # Wait here until complete
    result2 = await sum("B", [1, 2, 3])# Start execution after A completes
    print(result1, result2)

asyncio.run(main())
