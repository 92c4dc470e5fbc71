# A block that is left by a cancellation, and what follows it: nothing of it keeps the frame.
import asyncio
class S:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, "dies", flush=True)
async def plain():
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        pass
    s = S("plain")
async def group():
    try:
        async with asyncio.TaskGroup():
            await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        pass
    s = S("group")
async def timeout():
    try:
        async with asyncio.timeout(5):
            await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        pass
    s = S("timeout")
async def main(f, how):
    t = asyncio.create_task(f())
    if how == "wait_for":
        await asyncio.wait_for(t, 0.1)
    elif how == "timeout":
        async with asyncio.timeout(0.1):
            await t
    elif how == "cancel":
        await asyncio.sleep(0)
        t.cancel()
        await t
    elif how == "cancel by hand":
        await asyncio.sleep(0)
        asyncio.current_task().get_loop().call_later(0.1, t.cancel)
        await t
    elif how == "outer":
        asyncio.get_running_loop().call_later(0.1, asyncio.current_task().cancel)
        await t
loop = asyncio.new_event_loop()
for how in ("wait_for", "timeout", "cancel", "cancel by hand", "outer"):
    for f in (plain, group, timeout):
        print(how, f.__name__)
        loop.run_until_complete(main(f, how))
        print("over")
loop.close()
