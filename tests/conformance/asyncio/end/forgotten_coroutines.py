# A coroutine that is never awaited warns when it dies: dropped at once, at the end of its function, or at the very end.
import asyncio

kept = []


async def work(name):
    print("this is never printed", name)


async def main():
    work("dropped at once")
    local = work("dies with main's frame")
    kept.append(work("dies with the module"))
    print(type(local).__name__, len(kept))


asyncio.run(main())
print("after run")
