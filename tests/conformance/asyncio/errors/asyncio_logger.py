# What asyncio has to say goes to its logger as soon as logging is set up: the selector at DEBUG, lost exceptions at ERROR.
import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s [%(name)s] %(message)s")


async def fails():
    raise ValueError("nobody looks")


async def main():
    task = asyncio.create_task(fails(), name="lost")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    asyncio.get_running_loop().call_soon(lambda: {}["x"])
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_exception_handler({"message": "made by hand", "detail": 5})
    print("end of main")


asyncio.run(main())
logging.getLogger("asyncio").setLevel(logging.CRITICAL)
asyncio.run(main())
