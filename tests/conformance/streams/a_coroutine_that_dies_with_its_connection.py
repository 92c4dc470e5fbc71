# What only the failure of a server's task still has dies where the end of its connection lets go of that task.
import asyncio


async def worker():
    pass


async def answer(reader, writer):
    made = worker()
    await reader.readline()
    raise LookupError("answer fails")


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"line\n")
    print(await reader.read())
    writer.close()
    await asyncio.sleep(0.1)
    server.close()
    print("main ends")


asyncio.run(main())
