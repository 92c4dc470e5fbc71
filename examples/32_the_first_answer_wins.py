# title: The first answer wins
# group: Waiting for many
# look for: wait(FIRST_COMPLETED) returns at 0.7 s with one task done; the other two go on until they are
#   cancelled.
# from: Simul

import asyncio


async def ask(mirror, seconds):
    await asyncio.sleep(seconds)
    return f"{mirror} answered"


async def main():
    tasks = [asyncio.create_task(ask(*each), name=each[0]) for each in (("Oslo", 1.5), ("Rome", 0.7), ("Lima", 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(done.pop().result())
    for task in pending:
        task.cancel()  # wait() itself never cancels anything
    await asyncio.wait(pending)
    print("cancelled:", sorted(task.get_name() for task in pending))


asyncio.run(main())
