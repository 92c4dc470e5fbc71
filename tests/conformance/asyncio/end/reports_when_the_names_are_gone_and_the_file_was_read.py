# As without the first traceback, but that one has read the file: what is reported when the names are gone shows its source lines.
# The carets are plain: finding the operator in `1 / 0` would need the ast module.
import asyncio

failed = []


async def divides():
    print("half of it:", 1 / 0)


async def main():
    failed.append(asyncio.create_task(divides()))
    await asyncio.sleep(0)
    raise LookupError("main's own")


asyncio.run(main())
