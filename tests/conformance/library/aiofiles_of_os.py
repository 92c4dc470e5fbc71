# aiofiles.os (a model of it): what os does with files, awaited.
import asyncio

import aiofiles
import aiofiles.os
from aiofiles import os as files


async def main():
    async with aiofiles.open("list_of_mine.txt", "w") as file:
        await file.write("milk")
    print(await files.path.exists("list_of_mine.txt"), await aiofiles.os.path.getsize("list_of_mine.txt"))
    await files.rename("list_of_mine.txt", "other_of_mine.txt")
    print("other_of_mine.txt" in await files.listdir("."), (await files.stat("other_of_mine.txt")).st_size)
    await files.makedirs("folder_of_mine/inner")
    print(await files.path.isdir("folder_of_mine/inner"), await files.path.isfile("folder_of_mine/inner"))
    await files.rmdir("folder_of_mine/inner")
    await files.rmdir("folder_of_mine")
    await files.remove("other_of_mine.txt")
    try:
        await files.remove("other_of_mine.txt")
    except FileNotFoundError as error:
        print(error)
    print(await files.path.isfile("other_of_mine.txt"), files.remove.__name__)


asyncio.run(main())
