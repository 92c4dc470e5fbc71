# create_task(context=...) runs the task in that very context: what it sets can be read there afterwards.
import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def climb():
    level.set(level.get() + 1)
    await asyncio.sleep(1)
    level.set(level.get() + 1)


async def main():
    context = contextvars.copy_context()
    for _ in range(2):
        task = asyncio.create_task(climb(), context=context)
        print(task.get_context() is context)
        await task
    print("in the context:", context[level], "| in main:", level.get())


asyncio.run(main())
