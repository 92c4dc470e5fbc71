# writelines() to a connection that is closing is taken and lost, like write(); when it is closed the two differ.
import asyncio


async def main():
    server = await asyncio.start_server(lambda reader, writer: kept.append(writer), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.writelines([b"one\n", b"two\n"])
    print(writer.transport.get_write_buffer_size())
    writer.close()
    writer.write(b"three\n")
    print(writer.transport.get_write_buffer_size())
    await writer.wait_closed()
    writer.write(b"four\n")
    try:
        writer.writelines([b"five\n"])
    except TypeError as error:
        print(error)


kept = []
asyncio.run(main())
