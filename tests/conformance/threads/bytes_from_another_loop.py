# A loop that waits in a thread sees at once what another thread's loop connects and sends to it, and not when its own next timer is due.
import asyncio
import threading


async def answer(reader, writer):
    while line := await reader.readline():
        print("server has", line, "at", asyncio.get_running_loop().time())
        writer.write(line.upper())
    writer.close()
    await writer.wait_closed()
    print("server is done")


async def serve(address, listening):
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    address.append(server.sockets[0].getsockname())
    listening.set()
    await asyncio.sleep(5)
    server.close()
    print("closed at", asyncio.get_running_loop().time())


async def main():
    address, listening = [], threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(serve(address, listening)))
    thread.start()
    listening.wait()
    reader, writer = await asyncio.open_connection(*address[0])
    for word in (b"one\n", b"two\n"):
        await asyncio.sleep(0.5)
        writer.write(word)
        print("client has", await reader.readline(), "at", asyncio.get_running_loop().time())
    writer.write_eof()
    print("client has", await reader.read(), "at", asyncio.get_running_loop().time())
    writer.close()
    await asyncio.to_thread(thread.join)
    print("over at", asyncio.get_running_loop().time())


asyncio.run(main())
