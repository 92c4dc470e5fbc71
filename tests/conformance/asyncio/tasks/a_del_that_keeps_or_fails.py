# A task whose __del__ keeps it lives on and says nothing later; what such a __del__ raises is only shown. A plain task's own __del__
# can be called, and says what it has to say once.
import asyncio

kept = []


class Keeps(asyncio.Task):
    def __del__(self):
        print("kept:", self.get_name())
        kept.append(self)


class Raises(asyncio.Future):
    def __del__(self):
        raise RuntimeError("in __del__")


async def fails():
    raise ValueError("nobody asks")


async def main():
    Keeps(fails(), name="one")
    for _ in range(3):
        await asyncio.sleep(0)
    print([task.get_name() for task in kept])
    kept.clear()
    print("cleared")
    Raises()
    future = Raises()
    future.set_exception(ValueError("not told"))
    del future
    task = asyncio.create_task(fails())
    await asyncio.wait([task])
    task.__del__()
    print("told")
    task.__del__()
    del task
    print("gone")


asyncio.run(main())
