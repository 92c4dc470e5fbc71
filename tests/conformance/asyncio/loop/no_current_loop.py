# get_event_loop() where none runs and none was set: in the main thread it still makes one, with a warning.
import asyncio

loop = asyncio.get_event_loop()
print(loop, loop is asyncio.get_event_loop())
future = asyncio.Future()
print(future.get_loop() is loop)
loop.run_until_complete(asyncio.sleep(1))
print(loop.time())
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
