# A task gets a copy of the context when it is created: what it sets nobody else sees, and later changes outside it does not see.
import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


async def child(name):
    print(name, "begins as", who.get())
    who.set(name)
    await asyncio.sleep(1)
    print(name, "goes on as", who.get())


async def main():
    who.set("main")
    first = asyncio.create_task(child("first"))
    who.set("main, later")
    second = asyncio.create_task(child("second"))
    await asyncio.gather(first, second)
    print("main is still", who.get())
    await child("awaited, not a task")
    print("main is now", who.get())


asyncio.run(main())
print("outside:", who.get())
