# In debug mode the tasks of a server's connections say where asyncio made them.
import asyncio

answers = []


async def answer(reader, writer):
    answers.append(repr(asyncio.current_task()).rpartition("/asyncio/")[2])
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    print(answers)
    writer.close()
    server.close()


asyncio.run(main(), debug=True)
