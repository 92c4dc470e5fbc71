# title: A limit on a block
# group: Time limits
# look for: timeout() cancels whatever the block is doing at 2 s; the block raises TimeoutError, and what
#   was gathered until then is still there.
# from: Simul

import asyncio


async def main():
    pages = []
    try:
        async with asyncio.timeout(2):  # for the whole block, not for each line
            for page in range(1, 6):
                await asyncio.sleep(0.75)  # fetches a page
                pages.append(page)
    except TimeoutError:
        print("out of time")
    print("pages so far:", pages)


asyncio.run(main())
