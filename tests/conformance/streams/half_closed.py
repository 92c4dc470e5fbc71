# write_eof() ends one direction: the other end can still answer.
import asyncio


async def serve(reader, writer):
    data = await reader.read()
    print("server got all of it", len(data))
    await asyncio.sleep(1)
    writer.writelines([b"sum ", str(sum(data)).encode()])
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    writer.write(bytes(range(100)))
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as error:
        print(error)
    print(await reader.read(), asyncio.get_running_loop().time())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
