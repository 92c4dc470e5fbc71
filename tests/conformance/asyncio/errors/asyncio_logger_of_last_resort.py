# logging imported, nothing set up: errors of asyncio reach stderr without a level, the selector's line is not shown.
import asyncio
import logging


async def main():
    asyncio.get_running_loop().call_soon(lambda: int("x"))
    await asyncio.sleep(0.1)
    logging.getLogger("mine").warning("a warning")
    logging.getLogger("mine").info("not shown")


asyncio.run(main())
