# title: A variable for each task
# group: Under the hood
# look for: Each task sees the user that it set itself, though all share one name; main's own value is untouched.
# from: Simul

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def log(text):
    print(f"[{user.get()}] {text}")


async def handle(name):
    user.set(name)  # in this task's copy of the context
    await log("comes")
    await asyncio.sleep(1)
    await log("goes")  # nobody else has changed it meanwhile


async def main():
    await asyncio.gather(handle("Ada"), handle("Bob"))
    await log("is what main sees")


asyncio.run(main())
