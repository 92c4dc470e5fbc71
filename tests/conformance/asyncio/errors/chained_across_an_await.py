# `raise ... from` and errors raised while handling another keep their chain across awaits and tasks.
import asyncio


async def load():
    await asyncio.sleep(1)
    raise OSError("no such file")


async def parse():
    try:
        await asyncio.create_task(load())
    except OSError as error:
        raise ValueError("cannot parse") from error


async def main():
    try:
        await parse()
    except ValueError:
        await asyncio.sleep(1)
        raise LookupError("no default either")


asyncio.run(main())
