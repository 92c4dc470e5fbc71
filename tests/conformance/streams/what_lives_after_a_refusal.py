# Nothing keeps the frame that a refused connection was raised in, once the step is over.
import asyncio
class S:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, "dies")
async def refused():
    s = S("refused")
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except OSError as error:
        print(repr(error))
async def refused2():
    s = S("refused2")
    try:
        await asyncio.get_running_loop().create_connection(asyncio.Protocol, "127.0.0.1", 1)
    except OSError as error:
        print(repr(error))
async def late():
    s = S("late")
    r = asyncio.StreamReader()
    r.feed_data(b"12")
    r.feed_eof()
    try:
        await r.readexactly(4)
    except asyncio.IncompleteReadError as error:
        print(repr(error))
async def main():
    await refused()
    print("--")
    await refused2()
    print("--")
    await late()
    print("over")
asyncio.run(main())
