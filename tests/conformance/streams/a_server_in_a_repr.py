# What a task that serves is doing, by the names of CPython.
import asyncio


def without_lines(task):
    return str(task).split(":")[0].rpartition("/")[2] + " ... " + str(task).partition(" wait_for=")[2]


async def main():
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0, start_serving=False)
    serving = asyncio.create_task(server.serve_forever())
    print(without_lines(serving))
    await asyncio.sleep(0.1)
    print(serving.get_coro().__qualname__, without_lines(serving))
    serving.cancel()
    await asyncio.wait([serving])
    print(server.is_serving(), serving.cancelled())
    port = (await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)).sockets[0].getsockname()[1]
    connecting = asyncio.create_task(asyncio.get_running_loop().create_connection(asyncio.Protocol, "127.0.0.1", port))
    print(connecting.get_coro().__qualname__)
    transport, protocol = await connecting
    print(transport._add_reader.__qualname__, transport.abort.__qualname__, transport.close.__qualname__)
    transport.close()


asyncio.run(main())
