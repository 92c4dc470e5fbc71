# The block that is left is all that still has the timeout, and the timeout all that has its task.
import asyncio

async def serve(name):
    server = await asyncio.start_server('127.0.0.1', 0)

async def connect(name, to):
    await serve(0)

async def w1(a):
    async with asyncio.timeout(0):
        () = await connect('c2', 's2')

async def main():
    both9 = asyncio.gather(asyncio.shield(w1(1)))
    both9.cancel()
    await both9
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
