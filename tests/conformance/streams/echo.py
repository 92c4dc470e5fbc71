# An echo server and a client, line by line; who says what, and when both ends know of the end.
import asyncio


async def serve(reader, writer):
    print("server: a connection", asyncio.current_task().get_name())
    while line := await reader.readline():
        print("server: got", line)
        writer.write(line.upper())
        await writer.drain()
    print("server: end of file", reader.at_eof())
    writer.close()
    await writer.wait_closed()
    print("server: closed")


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print("serving", server.is_serving(), len(server.sockets))
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print("client: connected")
    for text in (b"one\n", b"two\n"):
        writer.write(text)
        print("client: wrote", text)
        print("client: got", await reader.readline())
    writer.close()
    print("client: closing", writer.is_closing())
    await writer.wait_closed()
    print("client: closed")
    server.close()
    await server.wait_closed()
    print("server stopped", server.is_serving(), server.sockets)


asyncio.run(main())
