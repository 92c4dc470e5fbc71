# A connection lives as long as somebody has its writer (or its transport): when that is forgotten, the other end reads the end.
# Who keeps only the reader of a connection has nothing that keeps it open.
import asyncio


def forgets(reader, writer):
    writer.write(b"hello\n")


kept = []


def keeps_reader(reader, writer):
    kept.append(reader)


async def returns(reader, writer):
    writer.write(await reader.readline())


async def main():
    for serve in (forgets, keeps_reader, returns):
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"anybody there?\n")
        try:
            print(serve.__name__, "said", await asyncio.wait_for(reader.read(), 1))
        except ConnectionResetError as error:
            print(serve.__name__, error)
        server.close()
        await server.wait_closed()

    kept_writers = []
    server = await asyncio.start_server(lambda reader, writer: kept_writers.append(writer), "127.0.0.1", 0)
    reader, _ = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        print(await asyncio.wait_for(reader.read(), 1))
    except TimeoutError:
        print("open as long as its writer is kept")
    kept_writers.clear()
    print("then", await reader.read())


asyncio.run(main())
