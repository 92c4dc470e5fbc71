# Whom a server has not accepted when it is closed gets no connection: who has not been told of it yet cannot connect, and who has been
# is told at the first read that the connection was reset.
import asyncio


def greets(reader, writer):
    print("never called")


async def connects(address):
    try:
        reader, writer = await asyncio.open_connection(*address)
    except ConnectionError as error:
        print(type(error).__name__, error.errno)
        return
    print("connected")
    try:
        print("reads", await reader.read(100))
    except ConnectionError as error:
        print(type(error).__name__, error)
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    for turns in range(6):
        server = await asyncio.start_server(greets, "127.0.0.1", 0, start_serving=False)
        if turns % 2:
            await server.start_serving()
        address = server.sockets[0].getsockname()
        task = asyncio.create_task(connects(address))
        for _ in range(turns // 2):
            await asyncio.sleep(0)
        server.close()
        await task
    print("over", loop.is_running())


asyncio.run(main())
