# title: A polite crawler
# group: Small programs
# look for: Four workers find pages for each other, but no two requests begin within half a second.
# from: Simul

import asyncio

site = {
    "/": ["/news", "/shop", "/about"],
    "/news": ["/news/1", "/news/2"],
    "/shop": ["/", "/shop/cart"],
    "/about": ["/"],
}


class Pace:
    """Lets one through every `seconds`."""

    def __init__(self, seconds):
        self.seconds, self.lock = seconds, asyncio.Lock()

    async def wait(self):
        async with self.lock:
            await asyncio.sleep(self.seconds)


async def worker(pages, seen, pace):
    while True:
        page = await pages.get()
        await pace.wait()
        print(f"{asyncio.get_running_loop().time():.1f} {page}")
        await asyncio.sleep(1.2)  # the answer takes its time
        for link in site.get(page, []):
            if link not in seen:
                seen.add(link)
                pages.put_nowait(link)
        pages.task_done()


async def main():
    pages, seen, pace = asyncio.Queue(), {"/"}, Pace(0.5)
    pages.put_nowait("/")
    workers = [asyncio.create_task(worker(pages, seen, pace)) for _ in range(4)]
    await pages.join()
    for each in workers:
        each.cancel()
    print("pages:", len(seen))


asyncio.run(main())
