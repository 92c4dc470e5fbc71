# An exception in a connection's callback is reported and closes that connection; the server goes on.
import asyncio


async def serve(reader, writer):
    line = await reader.readline()
    if line == b"bad\n":
        raise ValueError("cannot")
    writer.write(b"fine: " + line)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reports = []
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: reports.append((context["message"], repr(context["exception"]), sorted(context))))
    for text in (b"one\n", b"bad\n", b"two\n"):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(text)
        print(await reader.read())
        writer.close()
    print(reports)
    server.close()
    await server.wait_closed()


asyncio.run(main())
