# close() of a loop that runs is refused, and changes nothing: its timers go on in their order.
import asyncio


async def main(loop):
    for delay in (0.3, 0.1, 0.5, 0.2, 0.4):
        loop.call_later(delay, print, "timer", delay)
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(0.25):
            await asyncio.sleep(1)
    except TimeoutError:
        print("in time", loop.time())
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main(loop))
loop.close()
print(loop)
