# What a look for addresses gives: numbers with names. A future of the loop shows them.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo("127.0.0.1", 80)
    print(found)
    family, kind, proto, name, address = found[0]
    print(f"{family} {kind}", family == 2, kind.name, family.name, kind.value, type(family).__name__)
    print(await loop.getaddrinfo("127.0.0.1", 80, type=kind), await loop.getaddrinfo("127.0.0.1", 80, proto=17))
    for options in ({"type": 1, "proto": 17}, {"type": 3}, {"proto": 1}):
        try:
            print(await loop.getaddrinfo("127.0.0.1", 80, **options))
        except OSError as error:
            print(error.errno, error)
    looking = asyncio.create_task(loop.getaddrinfo("127.0.0.1", 80, type=1))
    await asyncio.wait([looking])
    print(str(looking).replace(" running at", "").split("coro=")[1].split(">")[0].rpartition("/")[2])
    print(str(looking).split("result=")[1])

    async def answer(reader, writer):
        print(str(asyncio.current_task()).split("cb=")[1].rpartition("/")[2])
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(repr(server.sockets[0].family), repr(server.sockets[0].type), server.sockets[0].proto)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()


asyncio.run(main())
