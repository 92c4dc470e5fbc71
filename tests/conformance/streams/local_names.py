# "localhost" is looked up in a thread of the loop's pool; several hosts and several ports in one program.
import asyncio
import threading


async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def main():
    first = await asyncio.start_server(serve, "127.0.0.1", 0)
    second = await asyncio.start_server(serve, ["127.0.0.1", "127.0.0.2"], 0)
    print(len(first.sockets), len(second.sockets), threading.active_count())
    reader, writer = await asyncio.open_connection("localhost", first.sockets[0].getsockname()[1])
    print([thread.name for thread in threading.enumerate()])
    writer.write(b"by name\n")
    print(await reader.read())
    writer.close()
    for sock in second.sockets:
        reader, writer = await asyncio.open_connection(*sock.getsockname())
        writer.write(sock.getsockname()[0].encode() + b"\n")
        print(await reader.read())
        writer.close()
    for server in (first, second):
        server.close()
        await server.wait_closed()


asyncio.run(main())
