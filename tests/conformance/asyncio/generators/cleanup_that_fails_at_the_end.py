# An async generator whose cleanup fails at the end of the loop is reported, with the generator's name.
import asyncio

kept = []


async def resource():
    try:
        yield 1
    finally:
        raise OSError("cannot close")


async def main():
    kept.append(resource())
    await anext(kept[0])


asyncio.run(main())
print("the program goes on")
