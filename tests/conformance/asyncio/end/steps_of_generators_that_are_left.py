# What asend() and aclose() have made and nobody awaited is finalised in a circle oldest first.
import asyncio


async def stream(name):
    yield name


async def another_stream(name):
    yield name


async def yet_another(name):
    yield name


def refuses(loop, coroutine):
    coroutine.__name__
    return asyncio.Task(coroutine, loop=loop)


async def main():
    kept = [make("begun") for make in (stream, another_stream, yet_another)]
    for each in kept:
        await anext(each)
    asyncio.get_running_loop().set_task_factory(refuses)
    raise LookupError("main fails")


asyncio.run(main())
