# A blocking sleep, a generator and an async generator all keep the context of the task that drives them.
import asyncio
import contextvars
import time

request = contextvars.ContextVar("request")


def numbers():
    for number in range(3):
        request.set(f"{request.get()}.{number}")
        yield number


async def ticks():
    for number in range(2):
        await asyncio.sleep(0.1)
        yield number, request.get()
        request.set(f"{request.get()}+{number}")


async def handle(name):
    request.set(name)
    for _ in numbers():
        time.sleep(0.1)
        await asyncio.sleep(0)
    async for tick in ticks():
        print(tick)
    return request.get()


async def main():
    print(await asyncio.gather(handle("a"), handle("b")))
    print(request.get("unset"))


asyncio.run(main())
