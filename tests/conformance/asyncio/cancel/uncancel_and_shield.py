# A structured use of uncancel(), and a cancellation that waits behind a shield.
import asyncio


async def protected(log):
    await asyncio.sleep(2)
    log.append("finished")
    return 42


async def careful(log):
    inner = asyncio.ensure_future(protected(log))
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        result = await inner
        log.append(f"kept {result}")
        raise


async def main():
    log = []
    task = asyncio.create_task(careful(log))
    await asyncio.sleep(1)
    task.cancel()
    results = await asyncio.gather(task, return_exceptions=True)
    print(log, results, asyncio.get_running_loop().time())


asyncio.run(main())
