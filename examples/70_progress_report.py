# title: A progress report
# group: Small programs
# look for: The reporter looks at the others from outside, once a second, and is cancelled when they are done.
# from: Simul

import asyncio


class Job:
    def __init__(self, name, parts):
        self.name, self.parts, self.done = name, parts, 0

    async def run(self):
        while self.done < self.parts:
            await asyncio.sleep(0.3)
            self.done += 1


async def report(jobs):
    while True:
        await asyncio.sleep(1)
        print(" | ".join(f"{job.name} {100 * job.done // job.parts:3} %" for job in jobs))


async def main():
    jobs = [Job("copy", 5), Job("index", 10), Job("check", 13)]
    reporter = asyncio.create_task(report(jobs))
    await asyncio.gather(*(job.run() for job in jobs))
    reporter.cancel()
    print("finished at", round(asyncio.get_running_loop().time(), 1))


asyncio.run(main())
