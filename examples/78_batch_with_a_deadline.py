# title: A batch with a deadline
# group: Small programs
# look for: After 1.2 s what is done is kept and the rest is cancelled; each cancelled one still cleans up.
# from: Simul

import asyncio
import random
import textwrap
import time
from contextlib import asynccontextmanager
from statistics import mean, median


@asynccontextmanager
async def stopwatch(label):
    start = time.perf_counter()
    try:
        yield lambda: time.perf_counter() - start
    finally:
        print(f"[{label}] took {time.perf_counter() - start:.3f}s")


async def render(page):
    duration = random.expovariate(1.0)
    try:
        await asyncio.sleep(duration)
        if page == 5:
            raise RuntimeError("font not found")
        return page, duration
    except asyncio.CancelledError:
        print(f"  page {page} given up (needed {duration:.2f}s)")
        raise


async def render_all(pages, deadline):
    tasks = {page: asyncio.create_task(render(page)) for page in pages}
    done, pending = await asyncio.wait(tasks.values(), timeout=deadline)
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)
    report = {"done": [], "failed": [], "late": []}
    for page, task in tasks.items():
        if task.cancelled():
            report["late"].append(page)
        elif task.exception():
            report["failed"].append((page, task.exception()))
        else:
            report["done"].append(task.result())
    return report


async def main():
    random.seed(2024)
    async with stopwatch("batch") as elapsed:
        report = await render_all(range(1, 11), deadline=1.2)
        print(f"after {elapsed():.2f}s:")
    for kind, rows in report.items():
        print(f"  {kind:<6} {len(rows):>2}  {rows if kind == 'late' else [row[0] for row in rows]}")
    times = [duration for _, duration in report["done"]]
    print(f"  mean {mean(times):.3f}s, median {median(times):.3f}s, longest {max(times):.3f}s")
    try:
        async with asyncio.timeout(0.5):
            async with stopwatch("second try"):
                await asyncio.gather(*(render(page) for page in report["late"]))
    except TimeoutError:
        print(textwrap.dedent("""\
            The second try:
                too late as well."""))


asyncio.run(main())
