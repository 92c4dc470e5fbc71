# A cancellation that is thrown into an await gets the exception handled there as its context only on its way through at once.
# Where somebody inside awaits again in a finally block, it comes out later, as an ordinary exception that has a context already
# or none.
import asyncio


def chain(error):
    names = []
    while error:
        names.append(repr(error))
        error = error.__context__
    return " <- ".join(names)


async def at_once():
    await asyncio.sleep(5)


async def slowly():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.1)


async def stream(cleanup):
    try:
        await asyncio.get_running_loop().create_future()
        yield 1
    finally:
        if cleanup:
            await asyncio.sleep(0.1)


async def while_handling(waiting):
    try:
        raise KeyError("handled")
    finally:
        await waiting


async def items_while_handling(cleanup):
    try:
        raise KeyError("handled")
    finally:
        print([item async for item in stream(cleanup)])


async def main():
    for what, coroutine in {
        "at once": while_handling(at_once()),
        "slowly": while_handling(slowly()),
        "wait_for": while_handling(asyncio.wait_for(slowly(), 9)),
        "shield": while_handling(asyncio.shield(slowly())),
        "stream": items_while_handling(False),
        "stream, slowly": items_while_handling(True),
    }.items():
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0.1)
        task.cancel()
        await asyncio.wait([task])
        try:
            task.result()
        except asyncio.CancelledError as error:
            print(what, chain(error))


asyncio.run(main())
