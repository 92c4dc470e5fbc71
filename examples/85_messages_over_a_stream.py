# title: Messages over a stream, both ways
# group: Streams
# look for: Frames with a length in front, JSON inside: the server greets, broadcasts and answers pings, the clients read
#   and write at the same time.
# from: Simul

import asyncio
import json
import struct

try:
    import simul

    simul.net.latency = 0.05
except ImportError:
    pass  # CPython has a real network, and no say in how slow it is


class Channel:
    """Messages instead of bytes: four bytes of length, then JSON."""

    HEADER = struct.Struct("!I")

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def connect(cls, host: str, port: int) -> "Channel":
        return cls(*await asyncio.open_connection(host, port))

    async def send(self, **message) -> None:
        data = json.dumps(message).encode()
        self.writer.write(self.HEADER.pack(len(data)) + data)
        await self.writer.drain()

    def __aiter__(self):
        return self

    async def __anext__(self) -> dict:
        try:
            (size,) = self.HEADER.unpack(await self.reader.readexactly(self.HEADER.size))
            return json.loads(await self.reader.readexactly(size))
        except asyncio.IncompleteReadError:
            raise StopAsyncIteration from None

    async def close(self) -> None:
        self.writer.close()
        await self.writer.wait_closed()


class Hub:
    def __init__(self) -> None:
        self.members: dict[str, Channel] = {}

    async def broadcast(self, **message) -> None:
        for channel in list(self.members.values()):
            await channel.send(**message)

    async def serve(self, reader, writer) -> None:
        channel, name = Channel(reader, writer), None
        async for message in channel:
            match message:
                case {"type": "hello", "name": str(name)}:
                    self.members[name] = channel
                    await self.broadcast(type="joined", name=name, members=len(self.members))
                case {"type": "ping", "n": n}:
                    await channel.send(type="pong", n=n)
                case {"type": "say", "text": text}:
                    await self.broadcast(type="said", name=name, text=text)
                case _:
                    await channel.send(type="error", reason=f"unknown type {message.get('type')!r}")
        if self.members.pop(name, None):
            await self.broadcast(type="left", name=name)
        writer.close()


async def client(name: str, port: int, start: float) -> None:
    await asyncio.sleep(start)
    channel = await Channel.connect("127.0.0.1", port)

    async def listen() -> None:
        async for message in channel:
            kind = message.pop("type")
            print(f"{name:<4} <- {kind:<6} {message}")

    listener = asyncio.create_task(listen())
    await channel.send(type="hello", name=name)
    await asyncio.sleep(1.0)
    await channel.send(type="ping", n=1)
    await channel.send(type="say", text=f"{name} was here")
    await channel.send(type="dance")
    await asyncio.sleep(1.0)
    await channel.close()
    await listener


async def main() -> None:
    hub = Hub()
    server = await asyncio.start_server(hub.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await asyncio.gather(client("Ann", port, 0.0), client("Bob", port, 0.4))
    print("members left:", len(hub.members))


asyncio.run(main())
