# asyncio.run() cancels what is left. Where one of these tasks refuses, the error has them all, so they die when the error does, and the one
# that refused after all others.
import asyncio


class Refuses(asyncio.Future):
    def cancel(self, msg=None):
        raise RuntimeError("cannot be cancelled")


async def works(name, what):
    try:
        await what
    finally:
        print(name, "ends")


def started(name, what):
    asyncio.get_running_loop().create_task(works(name, what), name=name)


async def main(order):
    for name in order:
        started(name, Refuses() if name == "refuses" else asyncio.sleep(5))
    await asyncio.sleep(1)
    print("main ends")


for order in (["refuses"], ["refuses", "a", "b"], ["a", "refuses", "b", "c"], ["a", "b", "refuses"]):
    try:
        asyncio.run(main(order))
    except RuntimeError as error:
        print(error)
    print("over")
asyncio.run(main(["a", "refuses", "b"]))
