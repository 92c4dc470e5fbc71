# title: An echo server and two clients
# group: Streams
# look for: Server and clients are tasks of one loop. The network between them lies in memory; with a
#   latency of 0.2 s, connecting takes a way there and back, and so does every question.
# from: Simul

import asyncio

try:
    import simul

    simul.net.latency = 0.2
except ImportError:
    pass  # CPython has a real network, and no say in how slow it is


async def echo(reader, writer):
    while line := await reader.readline():
        print("server: got", line.decode().strip())
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def client(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(f"{name}: connected")
    for word in ("hello", "good-bye"):
        writer.write(f"{name} says {word}\n".encode())
        answer = await reader.readline()
        print(f"{name}: heard", answer.decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await asyncio.gather(client("Ann", port), client("Bob", port))


asyncio.run(main())
