"""A policy derived from the default one that makes loops of a class of its own, and one that says who is asked."""
import asyncio
import warnings

warnings.simplefilter("ignore")


class Counted(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.made = []

    def start(self, coro):
        task = self.create_task(coro)
        self.made.append(task.get_name())
        return task


class CountedPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("a loop is made")
        return Counted()


async def work(name):
    await asyncio.sleep(0.1)
    print(name)


asyncio.set_event_loop_policy(CountedPolicy())
loop = asyncio.get_event_loop()
for name in "ab":
    loop.start(work(name)).set_name(name)
loop.run_until_complete(asyncio.sleep(0.2))
print(len(loop.made), asyncio.get_event_loop() is loop)
loop.close()


async def main():
    print(type(asyncio.get_running_loop()).__name__)

asyncio.run(main())


class Telling(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        print("asked for the loop")
        return super().get_event_loop()

    def set_event_loop(self, loop):
        print("given", None if loop is None else type(loop).__name__)
        super().set_event_loop(loop)


asyncio.set_event_loop_policy(Telling())
loop = asyncio.get_event_loop()
print(type(loop).__name__, asyncio.get_event_loop() is loop)
loop.close()
asyncio.run(work("c"))


class Broken(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        raise ValueError("no loop today")


asyncio.set_event_loop_policy(Broken())
try:
    asyncio.get_event_loop()
except ValueError as error:
    print(error)
asyncio.set_event_loop_policy(None)
loop = asyncio.new_event_loop()
loop.run_until_complete(work("d"))
loop.close()
asyncio.set_event_loop_policy(Broken())
asyncio.get_event_loop()
