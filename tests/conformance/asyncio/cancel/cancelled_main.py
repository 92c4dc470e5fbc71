# CancelledError out of main ends asyncio.run() with it; uncancel() takes a request back.
import asyncio
async def main():
    t = asyncio.current_task()
    loop = asyncio.get_running_loop()
    loop.call_later(1, t.cancel)
    try:
        await asyncio.Future()
    except asyncio.CancelledError:
        print("caught", t.cancelling(), t.uncancel())
    await asyncio.sleep(1)
    print(loop.time())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print("out", repr(e))
asyncio.run(asyncio.sleep(1))
asyncio.run(main())
