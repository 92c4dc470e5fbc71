# One task for each connection; clients that come together are served in the order in which they came.
import asyncio

names = {}


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    names[name] = asyncio.current_task().get_name()
    print("hello", name)
    while data := await reader.readline():
        await asyncio.sleep(0.1)
        for number in range(int(data)):
            writer.write(f"{name} {number}\n".encode())
            await writer.drain()
    writer.close()


async def client(name, port, count):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    writer.write(f"{count}\n".encode())
    writer.write_eof()
    print(name, "asked", writer.can_write_eof())
    lines = [line async for line in reader]
    writer.close()
    await writer.wait_closed()
    return lines


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        answers = await asyncio.gather(*(client(name, port, count) for name, count in (("a", 2), ("b", 1), ("c", 3))))
    print(answers)
    print(names, asyncio.get_running_loop().time())


asyncio.run(main())
