# title: Too late
# group: Time limits
# look for: At 3 s wait_for cancels the coroutine, which would need 5, and raises TimeoutError in
#   main.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio

async def coroutine():
    await asyncio.sleep(5)
    return 'done'

async def main():
    # Returns normal result if completes within 3 seconds, raises TimeoutError if exceeds 3 seconds
    result = await asyncio.wait_for(coroutine(), timeout=3)
    print(result)

asyncio.run(main())
