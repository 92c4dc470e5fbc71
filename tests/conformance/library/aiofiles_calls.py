# aiofiles (a model of it): what a file does is awaited, so other tasks run meanwhile.
import asyncio
import os

import aiofiles


async def count(name):
    for n in range(3):
        print(name, n)
        await asyncio.sleep(0)


async def main():
    async with aiofiles.open("shopping.txt", "w") as file:
        await file.write("milk\n")
        await file.writelines(["bread\n", "tea"])
    async with aiofiles.open("shopping.txt") as file:
        print(await file.readline(), file.name, file.closed)
        async for line in file:
            print(repr(line))
        await file.seek(0)
        print((await file.read()).split())
    file = await aiofiles.open("shopping.txt", mode="a")
    await file.write("\nsalt")
    await file.close()
    print(len(open("shopping.txt").readlines()))
    try:
        async with aiofiles.open("none.txt"):
            pass
    except FileNotFoundError as error:
        print(error)
    os.remove("shopping.txt")
    await count("after")


asyncio.run(main())
