# warnings.warn(stacklevel=2) names the caller. What calls a task's coroutine is the line of asyncio that runs every callback.
import asyncio
import warnings


async def main():
    warnings.warn("look at the caller", stacklevel=2)


asyncio.run(main())
