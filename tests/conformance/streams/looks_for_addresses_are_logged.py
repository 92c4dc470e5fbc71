# In debug mode a look for a host's addresses tells the logger what it was asked for, how long it took, and what there was. Of what is
# an address already nothing is looked up, unless getaddrinfo() is asked.
import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(filename)s:%(lineno)d %(funcName)s %(message)s", stream=sys.stdout)
logging.getLogger("asyncio").addFilter(lambda record: "ddress info" in record.getMessage())


async def main():
    loop = asyncio.get_running_loop()
    await loop.getaddrinfo("127.0.0.1", 80)
    for asked in ({"type": 1}, {"proto": 6, "family": 2}, {"type": 2, "flags": 1}, {"type": 77}):
        try:
            print(await loop.getaddrinfo("localhost", 7777, **asked))
        except OSError as error:
            print(repr(error))
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "localhost", 23456)
    reader, writer = await asyncio.open_connection("localhost", 23456)
    print(await reader.read())
    writer.close()
    server.close()
    (server,) = [await asyncio.start_server(print, "127.0.0.1", 0)]
    server.close()


for debug in (True, False):
    asyncio.run(main(), debug=debug)
