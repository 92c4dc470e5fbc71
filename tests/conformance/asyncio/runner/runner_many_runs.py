# A Runner keeps one loop and one context for several runs, and cleans up once at its end.
import asyncio
import contextvars

count = contextvars.ContextVar("count", default=0)


async def add():
    count.set(count.get() + 1)
    return count.get(), asyncio.current_task().get_name()


async def forever():
    try:
        await asyncio.sleep(100)
    finally:
        print("forever is cancelled")


async def leave_behind():
    asyncio.create_task(forever())
    await asyncio.sleep(0)


with asyncio.Runner() as runner:
    print(runner.run(add()))
    print(runner.run(add()))
    print(runner.run(add(), context=contextvars.copy_context()))
    print(runner.run(add()), count.get())
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed(), loop.time())
    runner.run(leave_behind())
    print("the block ends")
print(loop.is_closed())
for misuse in (runner.get_loop, runner.__enter__):
    try:
        misuse()
    except RuntimeError as error:
        print(error)
runner.close()
other = asyncio.Runner(debug=True, loop_factory=asyncio.new_event_loop)
print(other.get_loop().get_debug())
try:
    other.run(3)
except ValueError as error:
    print(error)


async def nested():
    coroutine = add()
    for misuse in (other.run, asyncio.run):
        try:
            misuse(coroutine)
        except RuntimeError as error:
            print(error)
    coroutine.close()


other.run(nested())
other.close()
try:
    asyncio.Runner(1)
except TypeError as error:
    print(error)
