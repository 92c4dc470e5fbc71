# title: await at the top level
# group: Does not compile, and why
# look for: A file has no loop around it; put the await in main and run that, as in “In time”.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio

# Returns normal result if completes within 3 seconds, raises TimeoutError if exceeds 3 seconds
result = await asyncio.wait_for(coroutine, timeout=3)
