# aiohttp: a session that nobody closes, a request that nobody awaits, a session made before there is a loop.
import asyncio

import aiohttp


async def main():
    session = aiohttp.ClientSession()
    session.get("https://example.org/")
    async with session.get("https://example.org/") as response:
        print(response.status, (await response.json())["url"])
    del session
    print("the session is gone")
    raise aiohttp.ClientError("over")


try:
    aiohttp.ClientSession()
except RuntimeError as error:
    print(repr(error))
asyncio.run(main())
