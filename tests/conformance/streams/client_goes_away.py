# The client closes: the server reads the end; what it still writes goes nowhere, then fails.
import asyncio


async def serve(reader, writer):
    print("server reads", await reader.read(100))
    print("and then", await reader.read(100), reader.at_eof())
    try:
        for number in range(6):
            writer.write(b"anybody there?")
            await writer.drain()
            print("wrote", number)
            await asyncio.sleep(0.1)
    except ConnectionError as error:
        print("server:", isinstance(error, ConnectionError))
    print("closing", writer.is_closing())
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError:
        print("closed with an error")
    done.set()


async def main():
    global done
    done = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    writer.write(b"hello and good-bye")
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    await done.wait()
    server.close()


asyncio.run(main())
