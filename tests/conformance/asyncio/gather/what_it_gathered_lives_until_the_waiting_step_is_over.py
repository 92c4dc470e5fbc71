# The handle that wakes a task has the future in its arguments: what a gather has collected dies after the step that got it.
import asyncio


class Marked:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies")


async def fails(name):
    mine = Marked(name)
    raise ValueError(name)


async def main():
    try:
        await asyncio.gather(fails("first"), fails("second"))
    except ValueError as error:
        print("main got", error)
    print("still in the same step")
    await asyncio.sleep(0)
    print("next step")


asyncio.run(main())
