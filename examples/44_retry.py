# title: Retry, with longer and longer pauses
# group: Watch
# look for: Three calls fail and the fourth succeeds. The pauses between them double: 0.1, 0.2, 0.4 s.
#   The ticker beside it shows that nobody else has to wait meanwhile.
# from: Simul

import asyncio


async def call(attempt):
    await asyncio.sleep(0.15)
    if attempt < 4:
        raise ConnectionError(f"attempt {attempt} failed")
    return "answered"


async def retrying():
    for attempt in range(1, 6):
        try:
            print(await call(attempt))
            return
        except ConnectionError as error:
            pause = 0.1 * 2 ** (attempt - 1)
            print(error, "- next in", pause)
            await asyncio.sleep(pause)


async def ticker():
    for _ in range(5):
        await asyncio.sleep(0.25)


async def main():
    await asyncio.gather(retrying(), ticker())


asyncio.run(main())
