# Delays that are NaN, infinite, negative, huge, or no numbers at all.
import asyncio


async def attempt(name, awaitable):
    loop = asyncio.get_running_loop()
    began = loop.time()
    try:
        result = await asyncio.wait_for(awaitable, 50)
    except TimeoutError:
        result = "still waiting"
    except (TypeError, ValueError, OverflowError) as error:
        result = f"{type(error).__name__}: {error}"
    print(f"{name}: {result} after {loop.time() - began}")


async def main():
    await attempt("sleep(-1)", asyncio.sleep(-1, "slept"))
    await attempt("sleep(-inf)", asyncio.sleep(float("-inf"), "slept"))
    await attempt("sleep(nan)", asyncio.sleep(float("nan"), "slept"))
    await attempt("sleep(1e5)", asyncio.sleep(1e5, "slept"))
    await attempt("sleep(True)", asyncio.sleep(True, "slept"))
    await attempt("sleep('1')", asyncio.sleep("1", "slept"))
    await attempt("sleep(None)", asyncio.sleep(None, "slept"))
    await attempt("sleep(10**3)", asyncio.sleep(1 + 10**-3, "slept"))
    await attempt("wait_for(-1)", asyncio.wait_for(asyncio.sleep(1), -1))
    await attempt("wait_for('1')", asyncio.wait_for(asyncio.sleep(1, "slept"), 2.5))
    loop = asyncio.get_running_loop()
    for delay in (-5, 0, -0.0):
        loop.call_later(delay, print, "call_later", delay, loop.time())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_at(0, print, "call_at in the past")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout(-1)", loop.time())
    try:
        async with asyncio.timeout_at(0):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout_at(0)", loop.time())
    for wrong in ("1", [], asyncio):
        try:
            loop.call_later(wrong, print)
        except TypeError as error:
            print(error)


asyncio.run(main())
