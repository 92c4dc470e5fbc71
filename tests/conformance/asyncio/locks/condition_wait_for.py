# wait_for(predicate) waits again until the predicate holds, and returns its value.
import asyncio

basket = []


async def consumer(condition):
    async with condition:
        print("basket:", await condition.wait_for(lambda: len(basket) >= 2 and basket))


async def producer(condition):
    for fruit in ("apple", "pear", "plum"):
        await asyncio.sleep(1)
        async with condition:
            basket.append(fruit)
            print("put", fruit)
            condition.notify_all()


async def main():
    condition = asyncio.Condition()
    await asyncio.gather(consumer(condition), producer(condition))


asyncio.run(main())
