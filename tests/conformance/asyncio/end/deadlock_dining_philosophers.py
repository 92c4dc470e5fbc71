# Everyone takes the left fork and waits for the right one: each waits for his neighbour, round the table.
import asyncio


async def philosopher(name, left, right):
    async with left:
        print(name, "has his left fork")
        await asyncio.sleep(1)
        async with right:
            print("this is never printed")


async def main():
    forks = [asyncio.Lock() for _ in range(3)]
    async with asyncio.TaskGroup() as group:
        for n, name in enumerate(("Kant", "Hume", "Mill")):
            group.create_task(philosopher(name, forks[n], forks[(n + 1) % 3]), name=name)


asyncio.run(main())
