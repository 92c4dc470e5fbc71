# Nobody has to run a loop to step a coroutine. A primitive that has to wait then asks the running loop for a future: there
# is none, so it asks None. One that somebody has waited for in a loop before belongs to that loop.
import asyncio


def step(what):
    coroutine = what()
    try:
        coroutine.send(None)
    except Exception as error:
        print(what.__qualname__, repr(error))


step(asyncio.Event().wait)
step(asyncio.Queue().get)
step(asyncio.Semaphore(0).acquire)


async def main():
    try:
        await asyncio.wait_for(used.wait(), 1)
    except TimeoutError:
        print("nobody set it")


used = asyncio.Event()
asyncio.run(main())
try:
    used.wait().send(None)
except RuntimeError as error:
    print(str(error).partition("> ")[2])
