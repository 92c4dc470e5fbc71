# The three ways to wait for a list that grows: gather takes what is there when it is called, wait and as_completed too.
import asyncio

tasks = []


async def child(n):
    await asyncio.sleep(n)
    if n == 1:
        tasks.append(asyncio.create_task(child(3)))
    return n


async def main():
    tasks.extend(asyncio.create_task(child(n)) for n in (1, 2))
    print(await asyncio.gather(*tasks), len(tasks))
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(len(done), len(pending))
    print([await coming for coming in asyncio.as_completed(tasks)])


asyncio.run(main())
