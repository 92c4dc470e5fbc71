# A gather that dies lets go of its children before the program's own attributes of it, and of its result after these.
import asyncio


class Tells:
    def __init__(self, what):
        self.what = what

    def __del__(self):
        print("gone:", self.what)


async def main():
    loop = asyncio.get_running_loop()
    children = [loop.create_future() for _ in range(2)]
    for number, child in enumerate(children):
        child.tells = Tells(f"child {number}")
        child.set_result(Tells(f"result {number}"))
    together = asyncio.gather(*children)
    together.first = Tells("first attribute")
    together.second = Tells("second attribute")
    await together
    children.clear()
    del child
    await asyncio.sleep(0)
    print("lets go")
    del together
    print("has let go")


asyncio.run(main())
