# An error in __aenter__ leaves without __aexit__; a true result of __aexit__ swallows the body's error.
import asyncio


class Context:
    def __init__(self, name, swallow=False, broken=False):
        self.name, self.swallow, self.broken = name, swallow, broken

    async def __aenter__(self):
        await asyncio.sleep(1)
        if self.broken:
            raise OSError(f"cannot open {self.name}")
        return self

    async def __aexit__(self, kind, error, traceback):
        print("leaving", self.name, repr(error))
        return self.swallow


async def main():
    async with Context("a", swallow=True):
        raise ValueError("swallowed")
    try:
        async with Context("b"), Context("c", broken=True), Context("d"):
            print("this is never printed")
    except OSError as error:
        print("caught", error)
    class NoExit:
        async def __aenter__(self):
            pass

    try:
        async with NoExit():
            pass
    except TypeError as error:
        print("TypeError:", error)
    print("end")


asyncio.run(main())
