# A Timeout works once, inside a task, and cannot be moved when it is over.
import asyncio


async def main():
    limit = asyncio.timeout(1)
    try:
        limit.reschedule(5)
    except RuntimeError as error:
        print("before:", error)
    async with limit:
        try:
            async with limit:
                pass
        except RuntimeError as error:
            print("inside:", error)
    for use in (lambda: limit.reschedule(5), lambda: limit.reschedule(None)):
        try:
            use()
        except RuntimeError as error:
            print("after:", error)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print("again:", error)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
