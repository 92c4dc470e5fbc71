# What a run ends with has the frame of run_until_complete(), and this has the task, which has the error: a circle.
import asyncio
import gc


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def failing(name):
    local = Loud(name)
    raise ValueError("no")


async def cancelled():
    local = Loud("of who is cancelled")
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


def by_hand():
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(failing("by hand"))
    finally:
        loop.close()


def in_one_call():
    asyncio.run(failing("in one call"))


for run in by_hand, in_one_call:
    try:
        run()
    except ValueError as error:
        print("caught", error)
    print("after", run.__name__)
gc.collect()
print("collected")

try:
    asyncio.run(cancelled())
except asyncio.CancelledError:
    print("cancelled")

with asyncio.Runner() as runner:
    try:
        runner.run(failing("in a runner"))
    except ValueError as error:
        print("caught", error)
print("end")
