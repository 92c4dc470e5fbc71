import asyncio, json, itertools, time, contextlib

class ConnectionClosed(Exception): pass

class WebSocket:
    """A websocket-like pair of queues."""
    _ids = itertools.count(1)
    def __init__(self, latency=0.01):
        self.id = next(self._ids)
        self._in, self._out = asyncio.Queue(), asyncio.Queue()
        self.closed = asyncio.Event()
        self.latency = latency
    async def send(self, data):
        if self.closed.is_set():
            raise ConnectionClosed(f"socket {self.id} is closed")
        await asyncio.sleep(self.latency)
        await self._out.put(json.dumps(data))
    async def recv(self):
        getter = asyncio.ensure_future(self._in.get())
        closer = asyncio.ensure_future(self.closed.wait())
        done, pending = await asyncio.wait({getter, closer}, return_when=asyncio.FIRST_COMPLETED)
        for p in pending:
            p.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await p
        if getter in done:
            return json.loads(getter.result())
        raise ConnectionClosed
    def __aiter__(self): return self
    async def __anext__(self):
        try:
            return await self.recv()
        except ConnectionClosed:
            raise StopAsyncIteration from None
    @property
    def peer(self):
        other = object.__new__(WebSocket)
        other.id, other._in, other._out, other.closed, other.latency = -self.id, self._out, self._in, self.closed, self.latency
        return other

class Room:
    def __init__(self, name):
        self.name, self.members, self.history = name, {}, []
    async def broadcast(self, sender, text):
        self.history.append((sender, text))
        results = await asyncio.gather(*(ws.send({"from": sender, "text": text}) for n, ws in self.members.items() if n != sender), return_exceptions=True)
        for r in results:
            if isinstance(r, Exception):
                print("  broadcast error:", repr(r))
    @contextlib.asynccontextmanager
    async def join(self, name, ws):
        self.members[name] = ws
        await self.broadcast("*", f"{name} joined {self.name}")
        try:
            yield self
        finally:
            del self.members[name]
            await self.broadcast("*", f"{name} left")

async def server(room, name, ws):
    async with room.join(name, ws) as r:
        async for msg in ws:
            match msg:
                case {"cmd": "say", "text": str(text)}:
                    await r.broadcast(name, text)
                case {"cmd": "list"}:
                    await ws.send(sorted(r.members))
                case {"cmd": "quit"}:
                    break
                case {"cmd": other, **rest}:
                    await ws.send({"error": f"unknown {other!r}", "rest": rest})

async def client(name, ws, script):
    async def reader():
        async for m in ws:
            print(f"{asyncio.get_running_loop().time() - T0:.2f} {name:<5} <- {m}")
    task = asyncio.create_task(reader(), name=f"reader-{name}")
    for delay, cmd in script:
        await asyncio.sleep(delay)
        await ws.send(cmd)
    await asyncio.sleep(0.2)
    ws.closed.set()
    await task
    return name

async def main():
    global T0
    T0 = asyncio.get_running_loop().time()
    room = Room("lobby")
    a, b = WebSocket(), WebSocket(0.03)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(server(room, "ann", a.peer)); tg.create_task(server(room, "bob", b.peer))
        ta = tg.create_task(client("ann", a, [(0.1, {"cmd": "say", "text": "hi"}), (0.1, {"cmd": "list"}), (0.05, {"cmd": "fly", "to": 1})]))
        tb = tg.create_task(client("bob", b, [(0.15, {"cmd": "say", "text": "hello"}), (.2, {"cmd": "quit"})]))
    print(ta.result(), tb.result(), room.history)
    try:
        await a.send(1)
    except ConnectionClosed as e:
        print("closed:", e)

asyncio.run(main())
