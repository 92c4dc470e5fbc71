# cancel() of a class of its own refuses, or raises, wherever asyncio calls it.
import asyncio
class Stubborn(asyncio.Task):
    def cancel(self, msg=None):
        print("no", self.get_name()); return False
class Quiet(asyncio.Task):
    pass
class Raising(asyncio.Task):
    def cancel(self, msg=None):
        raise ValueError("not me")
async def one(n, v=None):
    await asyncio.sleep(n)
    return v
async def main():
    loop = asyncio.get_running_loop()
    t = Stubborn(one(1, "s"), loop=loop, name="st")
    try:
        async with asyncio.timeout(0.5):
            print(await t)
    except TimeoutError: print("to")
    print(await t)
    t = Stubborn(one(1, "s2"), loop=loop, name="st2")
    w = asyncio.create_task(asyncio.wait_for(t, 0.2))
    try: print(await w)
    except TimeoutError: print("to2")
    print(t, await t)
    g = asyncio.gather(Stubborn(one(1, "s3"), loop=loop, name="st3"), one(2, "p"))
    await asyncio.sleep(0.5)
    print(g.cancel())
    try: print(await g)
    except asyncio.CancelledError: print("gc")
    t = Raising(one(1, "r"), loop=loop, name="r")
    w = asyncio.create_task(one_await(t))
    await asyncio.sleep(0)
    try: w.cancel()
    except ValueError as e: print("raised", e)
    try: print(await w)
    except asyncio.CancelledError: print("wc")
    # instance attributes
    f = loop.create_future()
    f.cancel = lambda msg=None: print("mine", msg)
    g = asyncio.gather(f)
    g.cancel()
    f.set_result(3)
    print(await g)
    t = Raising(one(1), loop=loop, name="left")
async def one_await(t):
    return await t
asyncio.run(main())
