# wait() gives two sets and cancels nobody; a timeout is no error.
import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    tasks = [asyncio.create_task(job(n, s), name=n) for n, s in (("a", 1), ("bad", 2), ("c", 3))]
    for when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait(tasks, return_when=when)
        print(when, sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending),
              asyncio.get_running_loop().time())
    print(repr(tasks[1].exception()))
    late = asyncio.create_task(job("late", 5))
    done, pending = await asyncio.wait({late}, timeout=1)
    print(len(done), len(pending), late.done())
    for wrong in ([], late, [job("x", 0)]):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
            if isinstance(wrong, list) and wrong:
                wrong[0].close()


asyncio.run(main())
