# title: A promise, kept by hand
# group: Under the hood
# look for: Two tasks await one future; set_result() at 1 s makes it done, and both go on in the next turn.
# from: Simul

import asyncio


async def friend(name, promise):
    print(name, "waits")
    print(name, "got", await promise)


async def main():
    loop = asyncio.get_running_loop()
    promise = loop.create_future()
    tasks = [asyncio.create_task(friend(name, promise)) for name in ("Ada", "Bob")]
    # What an old library with callbacks would do when its answer is there:
    loop.call_later(1, promise.set_result, "a postcard")
    await asyncio.wait(tasks)
    print(promise)


asyncio.run(main())
