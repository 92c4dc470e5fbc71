# A server that is closed after it has accepted a connection and before its protocol is there refuses that one: in debug mode a report
# says so. Nobody closes the connection: the half-made transport keeps itself by its own callback, until a collection.
import asyncio
import gc


class Talk(asyncio.Protocol):
    def __repr__(self):
        return "<Talk>"

    def connection_made(self, transport):
        print("never made")


def on_report(loop, context):
    print(context["message"], repr(context["exception"]), *sorted(context), context.get("protocol"))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(on_report)
    server = await loop.create_server(Talk, "127.0.0.1", 0)

    async def closes_in_time():
        while not any("_accept_connection2" in repr(task) for task in asyncio.all_tasks()):
            await asyncio.sleep(0)
        server.close()

    closing = asyncio.create_task(closes_in_time())
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await closing
    try:
        print("heard", await asyncio.wait_for(reader.read(), 1))
    except TimeoutError:
        print("nothing for a second")
    gc.collect()
    print("heard", await reader.read(), loop.time())


for debug in (False, True):
    asyncio.run(main(), debug=debug)
