# What a handle and a future show of a callback: a class has its qualified name, and a method in C the name of the class
# that it is bound to, whichever class it was written for.
import asyncio


class Job:
    def __init__(self, *parts):
        print("made", len(parts))


class Notes(list):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(asyncio.sleep(0))
    print(loop.call_soon(Job), loop.call_soon(dict), loop.call_soon(Notes().append, 1))
    future.add_done_callback(Job)
    print(future)
    future.set_result(None)
    print(task.cancel.__qualname__, future.cancel.__qualname__, task.result.__qualname__, asyncio.Lock().locked.__qualname__)
    print(Notes().append.__qualname__, Notes.append.__qualname__, Notes().__len__.__qualname__, dict.fromkeys.__qualname__)
    await task


asyncio.run(main())
