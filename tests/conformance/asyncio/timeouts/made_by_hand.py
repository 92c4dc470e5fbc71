# Timeout is a class like others; its methods know in which state they may be called.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.Timeout(loop.time() + 1)
    print(limit, limit.expired())
    try:
        async with limit:
            await asyncio.sleep(5)
    except TimeoutError:
        print(limit, limit.expired(), loop.time())
    print(asyncio.Timeout(5).when(), asyncio.Timeout(when=None).when())

    for call in (asyncio.Timeout, lambda: asyncio.Timeout(1, 2), lambda: asyncio.Timeout(deadline=1)):
        try:
            call()
        except TypeError as error:
            print(error)
    try:
        async with asyncio.timeout_at("soon"):
            pass
    except TypeError as error:
        print(error)
    for state in asyncio.Timeout(None), limit:
        try:
            await state.__aexit__(None, None, None)
        except AssertionError:
            print("not entered:", state)


asyncio.run(main())
