# get_stack() and print_stack(): where a task is suspended, and where it failed.
import asyncio
import sys


async def inner():
    await asyncio.sleep(1)
    raise ValueError("too late")


async def outer():
    await inner()


def lines(task, **limit):
    return [(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack(**limit)]


async def main():
    task = asyncio.create_task(outer(), name="outer")
    print(lines(task))
    await asyncio.sleep(0)
    print(lines(task), lines(task, limit=0))
    task.print_stack(file=sys.stdout)
    await asyncio.wait([task])
    print(lines(task), lines(task, limit=1))
    task.print_stack(file=sys.stdout, limit=1)
    task.print_stack(file=sys.stdout)
    done = asyncio.create_task(asyncio.sleep(0), name="done")
    await done
    print(done.get_stack())
    done.print_stack(file=sys.stdout)


asyncio.run(main())
