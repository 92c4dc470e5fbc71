# A gather that dies lets go of its children, the last one first, and then of what it failed with. Where the last of its callbacks
# was all that still had it, it goes before the children do.
import asyncio


class Tells:
    def __init__(self, what):
        self.what = what

    def __del__(self):
        print("gone:", self.what)


def make():
    loop = asyncio.get_running_loop()
    children = [loop.create_future() for _ in range(3)]
    for number, child in enumerate(children):
        child.tells = Tells(f"child {number}")
    failure = ValueError("of the first")
    failure.tells = Tells("failure")
    children[0].set_exception(failure)
    failure.__traceback__ = None
    return children, asyncio.gather(*children)


async def kept_to_its_end():
    children, together = make()
    for child in children[1:]:
        child.set_result(None)
    try:
        await together
    except ValueError as error:
        print(repr(error))
    children.clear()
    del child
    await asyncio.sleep(0)
    print("lets go")
    del together
    print("has let go")


async def of_its_callbacks_alone():
    children, together = make()
    together.add_done_callback(lambda gather: print("seen:", repr(gather.exception())))
    del together
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    while children:
        children.pop().set_result(None) if len(children) > 1 else children.pop()
    print("the last callbacks")
    await asyncio.sleep(0)
    print("have run")


asyncio.run(kept_to_its_end())
asyncio.run(of_its_callbacks_alone())
