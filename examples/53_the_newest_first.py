# title: The newest first
# group: Queues
# look for: A LifoQueue is a stack: the page that was found last is visited first, so the walk goes deep before it
#   goes wide.
# from: Simul

import asyncio

links = {"home": ["news", "shop"], "shop": ["cart", "sale"], "cart": ["pay"]}


async def main():
    pages = asyncio.LifoQueue()
    pages.put_nowait("home")
    while not pages.empty():
        page = await pages.get()
        await asyncio.sleep(0.5)
        print("visited", page)
        for link in links.get(page, []):
            pages.put_nowait(link)


asyncio.run(main())
