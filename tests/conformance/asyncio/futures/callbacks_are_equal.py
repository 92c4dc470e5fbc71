# remove_done_callback() takes out every callback that is equal: functions, bound methods, and whatever has an __eq__.
import asyncio


class Listener:
    def heard(self, future):
        print("heard", future.result())


class Alike:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("compares", self.name, "with", getattr(other, "name", "a function"))
        return isinstance(other, Alike)

    def __call__(self, future):
        print("called", self.name)


def function(future):
    print("function", future.result())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    listener = Listener()
    for callback in (function, listener.heard, listener.heard, Alike("a"), Alike("b"), function):
        future.add_done_callback(callback)
    print(future.remove_done_callback(listener.heard))
    print(future.remove_done_callback(listener.heard))
    print(future.remove_done_callback(Alike("c")))
    print(future.remove_done_callback(function))
    future.add_done_callback(Alike("d"))
    future.set_result(1)
    await future
    print(future.remove_done_callback(function))


asyncio.run(main())
