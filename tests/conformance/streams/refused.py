# Nobody listens; a port that is taken; arguments that do not go together.
import asyncio


async def attempt(awaitable):
    try:
        print("gave", await awaitable)
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(error.errno, str(error).replace(str(port), "PORT"))
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", port)
    try:
        await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", port)
    except OSError as error:
        print(error.errno, str(error).replace(str(port), "PORT"))
    server.close()
    await server.wait_closed()
    await attempt(asyncio.open_connection())
    await attempt(asyncio.start_server(lambda reader, writer: None))


asyncio.run(main())
