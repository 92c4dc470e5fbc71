# Who goes on writing to a connection that is gone is warned by asyncio's logger, where the program has told it to write.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s: %(message)s")


async def main():
    async def leaves(reader, writer):
        writer.close()

    server = await asyncio.start_server(leaves, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    await asyncio.sleep(0.1)
    writer.transport.abort()
    for number in range(8):
        writer.write(b"still there?")
        print(number)
    server.close()
    await server.wait_closed()


asyncio.run(main())
