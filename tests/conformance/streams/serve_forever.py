# serve_forever() runs until it is cancelled, and closes the server then.
import asyncio


async def serve(reader, writer):
    writer.write(b"hi")
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, start_serving=False)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving())
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error)[-42:])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print("cancelled", server.is_serving(), server.sockets)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error)[-10:])
    await server.wait_closed()
    print("closed")


asyncio.run(main())
