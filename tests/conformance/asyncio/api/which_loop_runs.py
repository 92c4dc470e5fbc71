# The running loop is a note that anybody can change: _set_running_loop() writes it, get_running_loop() reads it.
import asyncio

other = asyncio.new_event_loop()
print(asyncio._get_running_loop())
asyncio._set_running_loop(other)
print(asyncio.get_running_loop() is other, asyncio.get_event_loop() is other)
try:
    asyncio.run(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
asyncio._set_running_loop(None)


async def main():
    loop = asyncio.get_running_loop()
    asyncio._set_running_loop(None)
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)
    asyncio._set_running_loop(loop)
    await asyncio.sleep(1)
    print(asyncio.get_running_loop() is loop, loop.time())


asyncio.run(main())
other.close()
