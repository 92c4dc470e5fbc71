# In an except block wait_for() runs out of time. The cancellation that it sends down and catches again only passes through asyncio's
# own coroutines, so it never hears of what the caller is handling; the TimeoutError that comes of it has the cancellation as its cause.
import asyncio


def barrier():
    return asyncio.Barrier(2).wait()


def completed():
    return next(asyncio.as_completed([asyncio.Event().wait()]))


async def condition():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()


async def main():
    for function in barrier, completed, condition, asyncio.Event().wait, asyncio.Queue().get:
        try:
            raise KeyError("handled")
        except KeyError:
            try:
                await asyncio.wait_for(function(), 1)
            except TimeoutError as error:
                print(function.__name__, repr(error.__cause__), "during", repr(error.__cause__.__context__))


asyncio.run(main())
