# title: Pages with aiohttp
# group: Over the network
# look for: Three requests at a time, as many as the semaphore lets through; a page that is not there is reported, one that
#   takes too long is given up. The network is a model: what the scenario does not state about it, README says.
# from: Simul

import asyncio
import time

import aiohttp

try:
    import simul

    simul.net.latency = 0.15
    simul.net.jitter = 0.05
    simul.net.serve("https://books.example/*", lambda asked: f"<title>Book {asked.path.rpartition('/')[2]}</title>" + "x" * 500)
    simul.net.serve("https://books.example/4", "", status=404)
    simul.net.serve("https://books.example/6", "too late", seconds=3)
except ImportError:
    pass  # CPython with the real aiohttp: a real network

URLS = [f"https://books.example/{number}" for number in range(1, 9)]


async def fetch(session: aiohttp.ClientSession, url: str, limit: asyncio.Semaphore) -> int:
    async with limit:
        started = time.perf_counter()
        try:
            async with session.get(url, timeout=aiohttp.ClientTimeout(total=1)) as response:
                response.raise_for_status()
                html = await response.text()
        except aiohttp.ClientResponseError as error:
            print(f"{url}: {error.status} {error.message}")
            return 0
        except asyncio.TimeoutError:
            print(f"{url}: no answer within a second")
            return 0
        title = html.partition("<title>")[2].partition("</title>")[0]
        print(f"{url}: {title!r}, {len(html)} characters in {time.perf_counter() - started:.2f}s")
        return len(html)


async def main() -> None:
    start = time.perf_counter()
    limit = asyncio.Semaphore(3)
    async with aiohttp.ClientSession() as session:
        sizes = await asyncio.gather(*(fetch(session, url, limit) for url in URLS))
    print(f"{sum(sizes)} characters from {sum(map(bool, sizes))} pages in {time.perf_counter() - start:.2f}s")


if __name__ == "__main__":
    asyncio.run(main())
