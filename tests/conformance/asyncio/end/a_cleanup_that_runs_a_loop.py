# What is closed when a program is over may run a loop of its own, as any finaliser may: no other one runs then.
import asyncio


async def inner():
    asyncio.get_running_loop().call_later(0.5, print, "called")
    await asyncio.sleep(1)
    return "ran to its end"


async def outer(event):
    try:
        await event.wait()
    finally:
        print("left")
        print(asyncio.run(inner()))


async def main():
    asyncio.create_task(outer(asyncio.Event()))
    await asyncio.sleep(0)


class Noted:
    def __del__(self):
        print(asyncio.run(inner()))


noted = Noted()
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
noted = None
print("closed")
