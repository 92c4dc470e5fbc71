# The sets that wait() and all_tasks() give know their tasks, however many there are, and who equals another by __eq__ is there once.
import asyncio


async def work(n):
    await asyncio.sleep(n % 3)
    return n


class Twin(asyncio.Task):
    def __eq__(self, other):
        return isinstance(other, Twin)

    def __hash__(self):
        return 2**61 + 7


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(40)]
    print(all(task in asyncio.all_tasks() for task in tasks), asyncio.current_task() in asyncio.all_tasks())
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    print(len(done), len(pending), [n for n, task in enumerate(tasks) if task in pending])
    print(done & pending, done | pending == set(tasks), len(set(tasks) - done))
    done.discard(tasks[0])
    print(len(done), tasks[0] in done, tasks[1] in done)
    await asyncio.wait(pending)

    loop = asyncio.get_running_loop()
    twins = [Twin(work(n), loop=loop, name=f"twin {n}") for n in range(3)]
    print(len(asyncio.all_tasks()))
    done, pending = await asyncio.wait([twins[0], asyncio.create_task(work(1))])
    print(len(done), twins[2] in done)
    for twin in twins:
        await twin


asyncio.run(main())
