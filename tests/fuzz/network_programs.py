"""What random programs do with connections: servers and clients of one program, by streams and by protocols.

Servers and connections are shared by name. A server stops listening, or is asked to close or abort its clients, at any time; so
whoever connects may be refused, and whoever reads or writes may find that the other end has gone.
"""

LOST = ["ConnectionError", "OSError", "OSError", "asyncio.IncompleteReadError", "Exception", "asyncio.CancelledError"]

SERVE = '''async def serve(name):
    if name not in servers:
        servers[name] = await {made}
        ports[name] = servers[name].sockets[0].getsockname()[1]
        print("serving", name)
    return servers[name]'''

CONNECT = '''async def connect(name, to):
    if name not in connections:
        if to not in ports:
            await serve(to)
        connections[name] = await asyncio.open_connection("127.0.0.1", ports[to]{options})
        print("connected", name)
    return connections[name]'''

HANG_UP = '''def hang_up(name, how="close"):
    if name in connections:
        getattr(connections[name][1].transport, how)()
        print(name, "is closing", connections[name][1].is_closing())'''

SEND = '''def send(name, data):
    if name in connections:
        connections[name][1].write(data)
        print("sent by", name, data)'''

TALK = '''class Talk(asyncio.Protocol):
    def __init__(self, name, *first):
        self.name, self.first, self.lost = name, first, asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "made")
        transport.writelines(self.first)

    def data_received(self, data):
        print(self.name, "received", data)
        {received}

    def eof_received(self):
        print(self.name, "has the end")
        {ended}

    def connection_lost(self, error):
        print(self.name, "lost", repr(error))
        if not self.lost.done():
            self.lost.set_result(self.name)'''

HANDLERS = ('''async def {name}(reader, writer):
    try:
        while line := await reader.readline():
            print("{name} got", line)
            writer.write(line.upper())
            await writer.drain()
            await asyncio.sleep({delay})
    finally:
        print("{name} closes", reader.at_eof(), writer.is_closing())
        writer.close()''', '''async def {name}(reader, writer):
    data = await reader.read({size})
    print("{name} read", data)
    writer.write(data + b"!\\n")
    writer.close()
    await writer.wait_closed()
    print("{name} closed")''', '''def {name}(reader, writer):
    print("{name} greets")
    writer.write(b"hello\\n")
    writer.{end}()''', '''async def {name}(reader, writer):
    print("{name} begins", await reader.readexactly({size}))
    await asyncio.sleep({delay})
    raise ValueError("{name} fails")''', '''async def {name}(reader, writer):
    async with asyncio.timeout({delay}):
        async for line in reader:
            print("{name} got", line)
            writer.write(b"<" + line)
    writer.{end}()''')


class NetworkStatements:
    """Beside AsyncioProgram: a mixin."""

    NETWORK = {"connection": {"serve": 4, "talk": 14, "hang_up": 3}, "protocol": {"protocol": 7, "serve": 2, "talk": 4}}

    def _prepare_network(self):
        """Before the program's functions: how its servers answer."""
        self._handlers = []
        for number in range(1, self.number(1, 2) + 1):
            name = f"answer{number}"
            self._handlers.append(name)
            if self.chance(0.35):
                self._answer_of_statements(name)
            else:
                text = self.pick(HANDLERS).format(name=name, delay=self._delay(), size=self.number(1, 8),
                                                  end=self.pick(["close", "close", "write_eof", "transport.abort"]))
                self._functions.append(text.split("\n"))

    def _answer_of_statements(self, name):
        lines = []
        self._begin(self._workers, 10)
        with self.aside(lines), self.block(f"async def {name}(reader, writer, a=1):"):
            self._say("answers", "await reader.readline()")
            self._body(1, 3)
            self.line('writer.write(b"done\\n")')
            if self.chance(0.7):
                self.line("writer.close()")
            if self.chance(0.4):
                self.line("await writer.wait_closed()")
        self._functions.append(lines)

    def _need_server(self):
        if "serve" not in self._helpers:
            for name in ("servers", "ports", "connections"):
                self._shared[name] = name + " = {}"
            made = f'asyncio.start_server({self.pick(self._handlers)}, "127.0.0.1", 0{self.pick(["", "", ", limit=8"])})'
            if "protocol" in self._themes and self.chance(0.6):
                self._need_talk()
                made = 'asyncio.get_running_loop().create_server(lambda: Talk("server " + name), "127.0.0.1", 0)'
            self._helpers["serve"] = SERVE.format(made=made)
        return f's{self.number(1, 2)}'

    def _need_talk(self):
        if "Talk" not in self._helpers:
            self._helpers["Talk"] = TALK.format(
                received=self.pick(["self.transport.write(data.upper())", "self.transport.close()", "self.transport.write_eof()",
                                    'self.transport.write(b"ok\\n")\n        self.transport.close()', "raise ValueError(self.name)",
                                    "asyncio.get_running_loop().call_later(0.1, self.transport.abort)"])
                if self.chance(0.6) else "pass",
                ended=self.pick(["return True", "return None", "self.transport.close()", "raise KeyError(self.name)"]))

    def _connected(self):
        """A call that gives (reader, writer) when awaited."""
        server = self._need_server()
        self._helpers.setdefault("connect", CONNECT.format(options=self.pick(["", "", "", ", limit=8"])))
        return f'connect("c{self.number(1, 3)}", "{server}")'

    def _sent(self):
        return self.pick(['b"one\\n"', 'b"two\\nthree\\n"', 'b"half"', 'b"\\n"', 'b"a line that is longer than the limit\\n"'])

    def _heard(self):
        return self.pick(["readline()", "readline()", "read(3)", "read(100)", "read()", "readexactly(4)", 'readuntil(b"!")'])

    def _network_call(self):
        """An expression for a callback."""
        self._need_server()
        name = f'"c{self.number(1, 3)}"'
        if self.chance(0.5):
            self._helpers["hang_up"] = HANG_UP
            return f"hang_up({name}{self.pick(['', '', ', ' + chr(34) + 'abort' + chr(34), ', ' + chr(34) + 'write_eof' + chr(34)])})"
        self._helpers["send"] = SEND
        return f"send({name}, {self._sent()})"

    def _write_hang_up(self):
        call = self._network_call()
        if self.chance(0.5):
            self.line(call)
        else:
            self.line(f"asyncio.get_running_loop().call_later({self._delay()}, lambda: {call})")

    def _guarded(self, probability, caught, write):
        if not self.chance(probability):
            return write()
        with self.block("try:"):
            write()
        self._handler(self.pick(caught))

    def _write_serve(self):
        name = self._need_server()
        way = self.number(1, 8)
        if way == 1:
            self.line(f'await serve("{name}")')
        elif way == 2:
            with self.block(f'async with await serve("{name}") as server:'):
                self._say("serving", "server.is_serving()", "len(server.sockets)")
                self._inner(1, 2)
        elif way == 3:
            self._need_tasks()
            task = f"t{self._next_task}"
            self._next_task += 1
            self._tasks.append(task)
            self.line(f'tasks["{task}"] = asyncio.create_task((await serve("{name}")).serve_forever(), name="{task}")')
        else:
            with self.block(f'if "{name}" in servers:'):
                if way == 4:
                    self.line(f'servers["{name}"].close()')
                    self._say("serves", f'servers["{name}"].is_serving()', f'servers["{name}"].sockets')
                elif way == 5:
                    self.line(f'servers["{name}"].close()')
                    self.line(f'await servers["{name}"].wait_closed()')
                    self._say("no server")
                elif way == 6:
                    self.line(f'servers["{name}"].{self.pick(["close_clients()", "abort_clients()"])}')
                else:
                    self._say("serves", f'servers["{name}"].is_serving()')

    def _write_talk(self):
        self._guarded(0.7, LOST, self._talk)

    def _talk(self):
        self._next_variable += 1
        reader, writer = f"reader{self._next_variable}", f"writer{self._next_variable}"
        if self.chance(0.15):
            self.line(f"{reader}, {writer} = await asyncio.wait_for({self._connected()}, {self._limit_s()})")
        else:
            self.line(f"{reader}, {writer} = await {self._connected()}")
        for _ in range(self.number(1, 4)):
            self._spent += self._times
            way = self.number(1, 20)
            if way <= 5:
                self.line(f"{writer}.write({self._sent()})")
                if self.chance(0.5):
                    self.line(f"await {writer}.drain()")
            elif way <= 11:
                self._say("heard", f"await {reader}.{self._heard()}")
            elif way == 12:
                self._say("heard in time", f"await asyncio.wait_for({reader}.{self._heard()}, {self._limit_s()})")
            elif way == 13:
                with self.block(f"async for line in {reader}:"), self._repeated(2):
                    self._say("line", "line")
                    if self.chance(0.4):
                        self._inner(1, 1)
            elif way == 14:
                self.line(f"{writer}.close()")
                if self.chance(0.7):
                    self.line(f"await {writer}.wait_closed()")
                    self._say("closed")
            elif way == 15:
                self.line(f"{writer}.{self.pick(['write_eof()', 'transport.abort()', 'transport.pause_reading()', 'transport.resume_reading()'])}")
            elif way == 16:
                self._say("is", f"{reader}.at_eof()", f"{writer}.is_closing()", f"{writer}.transport.is_reading()",
                          f"repr({reader}.exception())")
            elif way == 17:
                with self.block(f"if not {writer}.is_closing():"):
                    self.line(f"{writer}.writelines([{self._sent()}, {self._sent()}])")
            elif way == 18:
                self.line(self.pick([f'{writer}.transport.set_write_buffer_limits(0)', f'print({writer}.transport.get_write_buffer_size())',
                                     f'print({writer})', f'print({reader})', f'print({writer}.get_extra_info("peername")[0])']))
            else:
                self._inner(1, 1)

    def _write_protocol(self):
        self._need_talk()
        server = self._need_server()
        name = self._variable("talk")

        def talk():
            with self.block(f'if "{server}" in ports:'):
                self.line(f'transport, {name} = await asyncio.get_running_loop().create_connection(lambda: Talk("{name}"'
                          f'{self.pick(["", ", " + self._sent()])}), "127.0.0.1", ports["{server}"])')
                for _ in range(self.number(1, 3)):
                    way = self.number(1, 6)
                    if way <= 2:
                        self.line(f"transport.write({self._sent()})")
                    elif way == 3:
                        self.line(f"transport.{self.pick(['close()', 'abort()', 'write_eof()', 'pause_reading()', 'resume_reading()'])}")
                    elif way == 4:
                        self._say("lost", f"await {name}.lost")
                    elif way == 5:
                        self._say("is", "transport.is_closing()", "transport.is_reading()", "transport.get_write_buffer_limits()")
                    else:
                        self._inner(1, 1)
        self._guarded(0.5, LOST, talk)
