# When a program's names are gone Python cannot import any more. A coroutine that is closed then, and asks for the current
# loop where none was ever set, gets an ImportError, because the warning about it would need a module.
import asyncio


async def last_words():
    try:
        await asyncio.Event().wait()
    finally:
        try:
            asyncio.gather(asyncio.sleep(0))
        except ImportError as error:
            print("ImportError:", error)


loop = asyncio.new_event_loop()
task = loop.create_task(last_words())
loop.call_soon(loop.stop)
loop.run_forever()
task.kept = task
del loop
