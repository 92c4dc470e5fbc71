# title: Three workers, one queue
# group: Queues
# look for: join() returns when task_done() was called for every job; then the workers, who wait for more, are
#   cancelled.
# from: Simul

import asyncio


async def worker(name, jobs):
    while True:
        seconds = await jobs.get()
        await asyncio.sleep(seconds)
        print(f"{name} did {seconds} s of work")
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for seconds in (1, 2, 0.5, 1.5, 1, 0.5):
        jobs.put_nowait(seconds)
    workers = [asyncio.create_task(worker(name, jobs)) for name in "ABC"]
    await jobs.join()
    print(f"all done at {asyncio.get_running_loop().time()} s")
    for each in workers:
        each.cancel()


asyncio.run(main())
