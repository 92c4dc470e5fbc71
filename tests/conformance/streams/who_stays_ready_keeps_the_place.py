# A socket that was told of in a turn keeps its place in the next one before those that become ready while the turn runs, also when
# what it had was read in between (Linux's epoll lists it again at once).
import asyncio

ends = {}


class There(asyncio.Protocol):
    def connection_made(self, transport):
        ends["there " + str(len(ends))] = transport


class Here(asyncio.Protocol):
    def __init__(self, name):
        self.name, self.left = name, 3

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print(self.name, data)
        asyncio.get_running_loop().call_soon(print, "after", self.name, data)
        self.left -= 1
        if self.name == "a" and self.left > 0:
            second.write(b"to b")
            first.write(b"to a")


async def main():
    global first, second
    loop = asyncio.get_running_loop()
    server = await loop.create_server(There, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for name in "abc":
        await loop.create_connection(lambda: Here(name), "127.0.0.1", port)
        await asyncio.sleep(0.1)
    first, second, third = ends.values()
    first.write(b"begin")
    await asyncio.sleep(0.1)
    third.write(b"to c")
    second.write(b"to b again")
    first.write(b"to a again")
    await asyncio.sleep(0.1)
    for each in ends.values():
        each.close()
    server.close()


asyncio.run(main())
