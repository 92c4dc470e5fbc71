# An async generator has no context of its own: what it sets its caller sees, and the other way round.
import asyncio
import contextvars

step = contextvars.ContextVar("step", default="start")


async def generator():
    for n in range(2):
        print("generator sees", step.get())
        step.set(f"set by the generator {n}")
        yield n


async def main():
    async for n in generator():
        print("main sees", step.get())
        step.set(f"set by main {n}")
    print(step.get())


asyncio.run(main())
