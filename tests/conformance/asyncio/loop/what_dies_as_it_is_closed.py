# A closed loop lets go of what was ready, and what dies with that speaks while the loop is being closed: in its line, not in
# that of the program.
import asyncio
import time


async def cleans_up(name):
    try:
        while True:
            await asyncio.sleep(0)
    finally:
        print(name, "cleans up")
        await asyncio.wait_for(asyncio.sleep(1), 0.3)


async def goes_on(name):
    while True:
        try:
            await asyncio.sleep(0)
        except GeneratorExit:
            print(name, "goes on")


async def takes_its_time(name):
    try:
        while True:
            await asyncio.sleep(0)
    finally:
        time.sleep(0.5)
        print(name, "took its time")


async def main(*coroutines):
    for each in coroutines:
        asyncio.create_task(each)
    await asyncio.sleep(0)
    print("main ends")


loop = asyncio.new_event_loop()
loop.run_until_complete(main(cleans_up("first"), takes_its_time("second")))
loop.close()
print("closed")

loop = asyncio.new_event_loop()
loop.run_until_complete(main(goes_on("third")))
loop.close()
print("closed")
