# Task() of a closed loop makes a task before its first step is refused: it dies, and says that it was pending. create_task()
# asks the loop first.
import asyncio


class OwnTask(asyncio.Task):
    pass


async def worker():
    pass


loop = asyncio.new_event_loop()
loop.close()
for make in (lambda: asyncio.Task(worker(), loop=loop), lambda: OwnTask(worker(), loop=loop, name="own"),
             lambda: asyncio.Task(worker(), loop=loop, eager_start=True), lambda: loop.create_task(worker())):
    try:
        make()
    except RuntimeError as error:
        print(repr(error))


async def main():
    print(asyncio.current_task().get_name())


asyncio.run(main())
