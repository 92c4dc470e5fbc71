# title: In time
# group: Time limits
# look for: The coroutine needs 2 s and may take 3: wait_for returns its result.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio

async def coroutine():
    await asyncio.sleep(2)
    return 'done'

async def main():
    # Returns normal result if completes within 3 seconds, raises TimeoutError if exceeds 3 seconds
    result = await asyncio.wait_for(coroutine(), timeout=3)
    print(result)

asyncio.run(main())
