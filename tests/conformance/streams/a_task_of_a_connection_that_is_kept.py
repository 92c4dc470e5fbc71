# A server knows its connections weakly, and one end does not keep the other: the task that answers is forgotten once its loop is
# closed, also where the program still has the server and the other end.
import asyncio

servers, connections = {}, {}


async def answer(reader, writer):
    await reader.readline()
    try:
        await asyncio.Event().wait()
    finally:
        print("ends")


async def other():
    await asyncio.Event().wait()


async def main():
    servers["s"] = await asyncio.start_server(answer, "127.0.0.1", 0)
    connections["c"] = await asyncio.open_connection(*servers["s"].sockets[0].getsockname())
    connections["c"][1].write(b"line\n")
    asyncio.create_task(other())
    await asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
