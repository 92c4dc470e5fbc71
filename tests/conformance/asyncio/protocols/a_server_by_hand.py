# A server that does not serve yet, one whose clients are sent away, and what every server can do.
import asyncio


async def greet(reader, writer):
    writer.write(b"hello\n")
    try:
        await reader.read()
        print("server: the client is gone")
    except ConnectionError as error:
        print("server:", type(error).__name__)
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(greet, "127.0.0.1", 0, start_serving=False)
    print(isinstance(server, asyncio.AbstractServer), server.is_serving(), server.get_loop() is asyncio.get_running_loop())
    print(await server.start_serving(), server.is_serving())
    print(await server.start_serving(), "a second time changes nothing")
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    print(await reader.readline())
    server.abort_clients()
    try:
        print("the rest:", await reader.read())
    except ConnectionError as error:
        print(type(error).__name__)
    writer.close()
    reader, writer = await asyncio.open_connection(*address)
    print(await reader.readline())
    server.close_clients()
    print("the rest:", await reader.read())
    writer.close()
    async with server:
        print("inside", server.is_serving())
    print("outside", server.is_serving(), server.sockets)


class Door(asyncio.AbstractServer):
    """A server of one's own has to do all of it by itself."""


async def abstract():
    door = Door()
    for name in ("close", "close_clients", "abort_clients", "get_loop", "is_serving"):
        try:
            getattr(door, name)()
        except NotImplementedError as error:
            print(name, repr(error))
    for name in ("start_serving", "serve_forever", "wait_closed"):
        try:
            await getattr(door, name)()
        except NotImplementedError as error:
            print(name, repr(error))
    try:
        async with door as same:
            print(same is door)
    except NotImplementedError:
        print("it cannot be closed")


asyncio.run(main())
asyncio.run(abstract())
