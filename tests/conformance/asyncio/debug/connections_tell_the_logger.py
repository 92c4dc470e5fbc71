# In debug mode connections and servers tell the logger what becomes of them.
import asyncio
import logging
import re


class Printing(logging.Handler):
    def emit(self, record):
        text = re.sub(r"fd=\d+", "fd=N", re.sub(r"\b\d{5}\b", "PORT", record.getMessage()))
        if record.funcName != "_run_once":
            print(record.levelname, record.module, record.lineno, record.funcName, re.sub("0x[0-9a-f]+", "0xADDR", text),
                  record.exc_info and record.exc_info[0])


logging.getLogger("asyncio").addHandler(Printing())
logging.getLogger("asyncio").setLevel(logging.DEBUG)


async def answer(reader, writer):
    print("answer", await reader.readline())
    writer.write(b"done\n" * 3)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


class Slow(asyncio.Protocol):
    def connection_made(self, transport):
        self.received = 0
        transport.pause_reading()
        transport.pause_reading()
        asyncio.get_running_loop().call_later(1, transport.resume_reading)

    def data_received(self, data):
        self.received += len(data)

    def eof_received(self):
        print("slow has the end", self.received)


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"hello\n")
    print("client", await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()

    loop = asyncio.get_running_loop()
    slow = await loop.create_server(Slow, "127.0.0.1", 8889)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8889)
    writer.transport.set_write_buffer_limits(high=0)
    writer.write(b"x" * 10_000_000)
    await writer.drain()
    print("drained")
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(1)
    slow.close()


asyncio.run(main(), debug=True)
