# What can be asked of a connection, and how streams show themselves.
import asyncio


def plain(thing):
    """Without the numbers that differ from run to run: ports and file descriptors."""
    text, out = str(thing), ""
    while text:
        digits = len(text) - len(text.lstrip("0123456789"))
        if digits:
            out += "PORT" if digits > 3 else "N" if out.endswith("fd=") else text[:digits]
            text = text[digits:]
        else:
            out, text = out + text[0], text[1:]
    return out


async def serve(reader, writer):
    print("server", plain(writer.get_extra_info("sockname")), plain(writer.get_extra_info("peername")))
    print("server", plain(writer))
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(plain(server))
    name = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*name)
    print(writer.get_extra_info("peername") == name, writer.get_extra_info("socket").getpeername() == name,
          writer.get_extra_info("nothing"), writer.get_extra_info("nothing", 5))
    print(plain(writer.get_extra_info("socket")))
    print(plain(reader))
    print(plain(writer))
    print(plain(writer.transport))
    writer.close()
    print(plain(writer.transport))
    await writer.wait_closed()
    print(plain(writer.transport))
    server.close()
    await server.wait_closed()
    print(server)


asyncio.run(main())
