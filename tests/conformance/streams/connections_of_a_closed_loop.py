# To close a loop closes no connection: what still waits in one keeps it, and the server that it came through. So another loop can
# still connect, and nobody answers; the one that waited is closed at the program's end.
import asyncio


async def answer(reader, writer):
    try:
        print("read", await reader.readline())
        await reader.readline()
    finally:
        print("the server leaves")


async def serve():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    return server.sockets[0].getsockname()[1]


async def ask(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"hello\n")
    await asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
port = loop.run_until_complete(serve())
loop.run_until_complete(ask(port))
print("closes")
loop.close()
print("closed")
asyncio.run(ask(port))
print("nobody answered")
