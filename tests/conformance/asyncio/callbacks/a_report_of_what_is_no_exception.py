# What a report has as its exception is taken as it is: the default handler falls over something else, and the logger is told.
import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "a report", "exception": 5})
    loop.call_exception_handler({"message": "another", "exception": None})
    try:
        loop.default_exception_handler({"exception": "text"})
    except AttributeError as error:
        print(error)
    import logging
    logging.basicConfig(format="%(levelname)s of %(name)s: %(message)s", stream=sys.stderr)
    loop.call_exception_handler({"message": "a report", "exception": 5})


asyncio.run(main())
