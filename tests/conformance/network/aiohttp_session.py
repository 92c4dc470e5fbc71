# aiohttp over the modelled network: a session, its answers and their parts, what is refused, limits of time and of connections.
import asyncio

import aiohttp
import simul

simul.net.latency = 0.1
simul.net.serve("https://api.example/users/*", lambda asked: {"id": int(asked.path.rpartition("/")[2]), "by": asked.method})
simul.net.serve("https://api.example/slow", "at last", seconds=5)
simul.net.serve("https://api.example/page", "<h1>Größe</h1>")
simul.net.serve("https://api.example/gone", {"error": "gone"}, status=404)
simul.net.serve("https://api.example/data", b"0123456789" * 10)


def now():
    return f"{asyncio.get_running_loop().time():.2f}"


async def one(session, url, **options):
    try:
        async with session.get(url, **options) as response:
            response.raise_for_status()
            kind = response.content_type
            print(now(), response.status, response.reason, kind, await (response.json() if "json" in kind else response.text()))
    except (aiohttp.ClientError, TimeoutError) as error:
        print(now(), type(error).__name__, type(error).__mro__[1].__name__, str(error))


async def main():
    async with aiohttp.ClientSession(headers={"User-Agent": "me"}) as session:
        await one(session, "https://api.example/users/7")
        await one(session, "https://api.example/page")
        await one(session, "https://api.example/gone")
        await one(session, "https://unstated.example/x", params={"a": 1, "b": "c d"})
        await one(session, "https://nobody.invalid/")
        await one(session, "http://localhost:8080/")
        await one(session, "not a url")
        await one(session, "https://api.example/slow", timeout=aiohttp.ClientTimeout(total=1))
        await one(session, "https://api.example/slow", timeout=aiohttp.ClientTimeout(sock_read=0.5))
        await one(session, "https://httpbin.org/status/503")

        print("together")
        await asyncio.gather(*(one(session, f"https://api.example/users/{n}") for n in range(3)))

        response = await session.post("https://unstated.example/form", json={"x": [1, 2]})
        print(response.status, response.method, str(response.url), response.url.host, response.ok, response.headers["content-type"])
        print(await response.json(), response.closed)
        print(await response.text())

        simul.net.bandwidth = 100
        async with session.get("https://api.example/data") as response:
            print(now(), response.content_length)
            async for piece in response.content.iter_chunked(40):
                print(now(), len(piece))
        async with session.get("https://api.example/data") as response:
            pass
        try:
            await response.read()
        except aiohttp.ClientConnectionError as error:
            print(repr(error))
        try:
            async with session.get("https://api.example/page") as response:
                await response.json()
        except aiohttp.ContentTypeError as error:
            print(error)
    try:
        await session.get("https://api.example/")
    except RuntimeError as error:
        print(repr(error), session.closed)


async def limited():
    simul.net.bandwidth = None
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=2), base_url="https://api.example") as session:
        await asyncio.gather(*(one(session, f"/users/{n}") for n in range(5)))
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        try:
            await session.get("https://api.example/gone")
        except aiohttp.ClientResponseError as error:
            print(error.status, error.message, repr(str(error)))
    async with aiohttp.request("GET", "https://api.example/page") as response:
        print(await response.text())


asyncio.run(main())
asyncio.run(limited())
