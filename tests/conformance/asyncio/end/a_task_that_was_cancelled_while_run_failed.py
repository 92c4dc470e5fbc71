# asyncio.run() is left by an exception, and cancels the tasks that are left. The frame at which one of them was cancelled was called, by
# way of the loop, from the runner's __exit__(), which knows that exception. So a task that the program still has keeps what main()
# had: the gather is reported when the names are gone, without the lines of a source that nobody can read any more.
import asyncio

tasks = []


async def never_begins():
    pass


async def main():
    tasks.append(asyncio.create_task(never_begins()))
    both = asyncio.gather(never_begins())
    raise SystemExit(both is None)


asyncio.run(main())
