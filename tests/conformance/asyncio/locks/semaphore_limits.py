# A semaphore lets only so many in at once.
import asyncio


async def worker(n, semaphore):
    async with semaphore:
        print(f"{asyncio.get_running_loop().time()} {n} in")
        await asyncio.sleep(1 + n / 10)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(worker(n, semaphore) for n in range(5)))
    print(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    print(bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
