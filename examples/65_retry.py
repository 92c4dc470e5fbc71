# title: Try again, later
# group: Small programs
# look for: Each pause is twice as long as the one before; the fourth attempt succeeds at 3.9 s.
# from: Simul

import asyncio

answers = [ConnectionError("refused"), TimeoutError("no answer"), ConnectionError("refused"), "hello"]


async def call():
    await asyncio.sleep(0.1)
    answer = answers.pop(0)
    if isinstance(answer, Exception):
        raise answer
    return answer


async def retry(attempts, pause):
    for attempt in range(1, attempts + 1):
        try:
            return await call()
        except (ConnectionError, TimeoutError) as error:
            if attempt == attempts:
                raise
            print(f"attempt {attempt}: {error}; again in {pause} s")
            await asyncio.sleep(pause)
            pause *= 2


async def main():
    print(await retry(attempts=5, pause=0.5))
    print(f"at {asyncio.get_running_loop().time():.1f} s")


asyncio.run(main())
