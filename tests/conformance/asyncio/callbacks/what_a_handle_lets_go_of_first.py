# What the loop has called goes after what it was called with: a future before its own callback. A future's attributes go after
# its result, but first where its class is one of the program's own.
import asyncio


class Tells:
    def __init__(self, what):
        self.what = what

    def __del__(self):
        print("gone:", self.what)


class OwnFuture(asyncio.Future):
    pass


def watch(tells):
    return lambda _: tells.what


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(watch(Tells("callable")), Tells("argument"))
    await asyncio.sleep(0)
    for count in 1, 2:
        print("with callbacks:", count)
        future = loop.create_future()
        for number in range(count):
            future.add_done_callback(watch(Tells(f"callback {number}")))
        future.set_result(Tells("result"))
        del future
        await asyncio.sleep(0)
    for make in loop.create_future, OwnFuture:
        print("with an attribute:", make.__name__)
        future = make()
        future.tells = Tells("attribute")
        future.set_result(Tells("result"))
        del future


asyncio.run(main())
