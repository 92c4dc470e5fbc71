# Requests written at once are answered one after the other; readuntil with a separator of several bytes; a plain function as callback.
import asyncio

END = b"\r\n\r\n"


def accept(reader, writer):
    print("accepted, without a task of its own")
    asyncio.create_task(serve(reader, writer), name="server")


async def serve(reader, writer):
    try:
        while True:
            request = await reader.readuntil(END)
            await asyncio.sleep(0.1)
            writer.write(b"answer to " + request)
    except asyncio.IncompleteReadError as error:
        print("left over", error.partial, error.expected)
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    writer.writelines([b"one" + END, b"two", END, b"three" + END[:2]])
    writer.write(END[2:] + b"rest")
    for _ in range(3):
        print(await reader.readuntil(END), loop.time())
    writer.write_eof()
    print(await reader.read(), reader.at_eof(), loop.time())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
