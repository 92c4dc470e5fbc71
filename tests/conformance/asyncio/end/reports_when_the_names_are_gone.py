# A failure that a name of the module still holds is reported when the names are gone. CPython cannot import anything by then:
# the traceback has no source lines, unless an earlier report has read the file, and then its carets mark no operator.
import asyncio

failed = []


async def divides():
    return 1 / 0


async def leaves():
    raise LookupError("nobody asks")


async def main():
    failed.append(asyncio.create_task(leaves()))
    await asyncio.sleep(0)
    failed.append(asyncio.create_task(divides()))
    await asyncio.sleep(0)


asyncio.run(main())
