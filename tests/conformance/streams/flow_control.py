# The buffer's marks: above the high one the protocol is told to pause, at the low one to go on. drain() waits in between.
import asyncio


async def main():
    started = asyncio.Event()

    async def serve(reader, writer):
        await started.wait()
        size = 0
        while data := await reader.read(1 << 20):
            size += len(data)
        print("server read", size)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    transport = writer.transport
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    transport.set_write_buffer_limits(high=1000)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(low=100)
    print(transport.get_write_buffer_limits())
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)
    writer.write(b"x" * 20_000_000)
    print("much is waiting", transport.get_write_buffer_size() > 1_000_000)
    drain = asyncio.create_task(writer.drain())
    await asyncio.sleep(0.5)
    print("drained", drain.done())
    started.set()
    await drain
    print("drained", transport.get_write_buffer_size() <= 100)
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
