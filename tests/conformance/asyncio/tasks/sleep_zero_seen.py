# `await asyncio.sleep(0)` gives up the turn without a coroutine of its own being made, unless
# somebody looks: through cr_await, by throwing into it, by closing it, by another sleep.
import asyncio
import gc
import sys


async def turns(times, log=None):
    got = []
    for _ in range(times):
        got.append(await asyncio.sleep(0))
        if log is not None:
            log.append(len(got))
    return got


# ---- driven by hand

c = turns(2)
print(c.cr_await, c.cr_suspended)
print(c.send(None))
inner = c.cr_await
print(type(inner).__name__, inner.__name__, inner.__qualname__, inner is c.cr_await)
print(inner.cr_running, inner.cr_suspended, inner.cr_origin, sys.getrefcount(inner) > 2)
print(c.send("ignored"))
print(c.cr_await is inner, c.cr_await.__name__, inner.cr_suspended)
try:
    c.send(None)
except StopIteration as stop:
    print("result", stop.value)
print(c.cr_await)

c = turns(3)
c.send(None)
try:
    c.throw(ValueError("thrown"))
except ValueError as error:
    print("out", error, error.__context__)
print(c.cr_await, c.cr_suspended)

c = turns(3)
c.send(None)
c.close()
print(c.cr_await)
try:
    c.send(None)
except RuntimeError as error:
    print(error)


async def stubborn():
    while True:
        try:
            await asyncio.sleep(0)
        except ValueError as error:
            print("caught", error)
        finally:
            print("finally")


c = stubborn()
c.send(None)
print(c.throw(ValueError("once")))
print(c.throw(ValueError("twice")))
c.close()

# What was looked at goes its own way.
c = turns(3)
c.send(None)
inner = c.cr_await
try:
    inner.throw(KeyError("inside"))
except KeyError as error:
    print("inner", error)
print(inner.cr_suspended)
try:
    c.send(None)
except RuntimeError as error:
    print(error)

c = turns(3)
c.send(None)
inner = c.cr_await
try:
    inner.send(None)
except StopIteration as stop:
    print("inner ended", stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)

# ---- who dies while it waits


async def with_finally():
    try:
        await asyncio.sleep(0)
    finally:
        print("closed on the way")


c = with_finally()
c.send(None)
del c
c = turns(2)
c.send(None)
del c
gc.collect()
print("gone")

# ---- other delays, results and names


async def several():
    sleep = asyncio.sleep
    print(await sleep(0), await sleep(-1), await sleep(0, "result"), await sleep(delay=0, result=1))
    print(await sleep(0.0), await sleep(False), await asyncio.tasks.sleep(0))
    awaited = sleep(0)
    print(await awaited, awaited.cr_await)
    try:
        await awaited
    except RuntimeError as error:
        print(error)
    try:
        await sleep()
    except TypeError as error:
        print(error)


asyncio.run(several())


async def numbers():
    for n in range(3):
        await asyncio.sleep(0)
        yield n


async def through_generator():
    print([n async for n in numbers()])
    a = numbers()
    step = a.__anext__()
    print(step.send(None))
    print(a.ag_await.__name__)
    try:
        step.throw(OSError("into a generator"))
    except OSError as error:
        print(error)


asyncio.run(through_generator())

# ---- in a loop: order, cancellation, stacks


async def named(name, times, log):
    for n in range(times):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)


async def cancelled():
    try:
        while True:
            await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, len(error.__traceback__.tb_frame.f_code.co_name))
        raise


async def main():
    log = []
    await asyncio.gather(named("a", 3, log), named("b", 2, log), named("c", 1, log))
    print(" ".join(log))
    task = asyncio.create_task(cancelled(), name="T")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()], task.get_coro().cr_await.__name__)
    task.cancel("enough")
    print(await asyncio.gather(task, return_exceptions=True))
    waiting = asyncio.create_task(turns(100))
    await asyncio.sleep(0)
    print(waiting._fut_waiter, waiting.get_coro().cr_await.__qualname__)
    waiting.cancel()
    try:
        await asyncio.wait_for(turns(10_000_000), 0)
    except TimeoutError:
        print("timeout")


asyncio.run(main())

# ---- where it is made is wanted, and another sleep under the same name

sys.set_coroutine_origin_tracking_depth(1)
c = turns(1)
c.send(None)
print([frame[2] for frame in c.cr_await.cr_origin])
c.close()
sys.set_coroutine_origin_tracking_depth(0)

real = asyncio.sleep


async def counted(delay, result=None):
    print("asked", delay)
    return await real(delay, result)


async def patched():
    await asyncio.sleep(0)
    asyncio.sleep = counted
    print(await asyncio.sleep(0), await asyncio.sleep(0, 5))
    asyncio.sleep = real
    print(await asyncio.sleep(0))
    del asyncio.sleep
    try:
        await asyncio.sleep(0)
    except AttributeError as error:
        print(error)
    asyncio.sleep = real


asyncio.run(patched())


def deep(n):
    return recurse(n)


async def recurse(n):
    if n:
        return await recurse(n - 1)
    await asyncio.sleep(0)
    return "bottom"


print(asyncio.run(deep(100)))
