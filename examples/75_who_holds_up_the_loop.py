# title: Who holds up the loop?
# group: When the loop is blocked
# look for: In debug mode the loop says which step took longer than slow_callback_duration: the parser's, not the
#   downloads'.
# from: Simul

import asyncio
import time


async def download(page):
    await asyncio.sleep(0.5)
    return f"<html>{page}</html>"


async def parse(page):
    text = await download(page)
    time.sleep(0.3)  # work that never awaits
    return len(text)


async def main():
    asyncio.get_running_loop().slow_callback_duration = 0.2
    sizes = await asyncio.gather(parse("home"), download("about"), parse("contact"))
    print(sizes)


asyncio.run(main(), debug=True)
