# Whatever asyncio reports goes to the logger "asyncio": a program that sets up logging decides what becomes of it.
import asyncio
import logging
import time

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s: %(message)s")


async def fails():
    raise ValueError("nobody looks")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(fails())
    await asyncio.sleep(1)
    del task
    loop.call_soon(loop.call_exception_handler, {"message": "told by hand", "what": 3})
    loop.slow_callback_duration = 0.2
    time.sleep(0.3)
    await asyncio.sleep(1)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    loop.call_exception_handler({"message": "not shown"})
    logging.getLogger("asyncio").setLevel(logging.INFO)


class Counter(logging.Handler):
    def emit(self, record):
        print("a record:", record.levelname, record.name, record.getMessage().splitlines()[0], record.exc_info is not None)


logging.getLogger("asyncio").addHandler(Counter())
asyncio.run(main(), debug=True)
