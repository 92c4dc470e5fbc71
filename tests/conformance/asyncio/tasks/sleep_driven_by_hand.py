# sleep() gives an ordinary coroutine: whoever sends, throws and closes sees what asyncio's own loop
# sees, and the future that a sleeper waits for is one object for all who look.
import asyncio
import weakref


class Wrapped:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return (yield from self.coroutine.__await__())


def by_hand():
    coroutine = asyncio.sleep(0, "x")
    print(coroutine.__name__, coroutine.cr_running, coroutine.cr_await)
    print(coroutine.send(None))
    for _ in range(2):
        try:
            coroutine.send(None)
        except StopIteration as stop:
            print("stop", stop.value)
        except RuntimeError as error:
            print(error)
    iterator = asyncio.sleep(0).__await__()
    print(next(iterator))
    print(next(iterator, "exhausted"))
    print(list(asyncio.sleep(0).__await__()))
    coroutine = asyncio.sleep(0)
    try:
        coroutine.send("too early")
    except TypeError as error:
        print(error)
    coroutine.send(None)
    try:
        coroutine.throw(ValueError("thrown"))
    except ValueError as error:
        print("out", error)
    coroutine = asyncio.sleep(1)
    try:
        coroutine.throw(ValueError("before it began"))
    except ValueError as error:
        print("out", error)
    coroutine = asyncio.sleep(1)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(error)
    asyncio.sleep(1).close()


async def main():
    coroutine = asyncio.sleep(5, "five")
    future = coroutine.send(None)
    print(type(future).__name__, future.done(), future._asyncio_future_blocking)
    future._asyncio_future_blocking = False
    print(coroutine.send(None) is future)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(error)
    print(future.done())
    coroutine = asyncio.sleep(5)
    future = coroutine.send(None)
    coroutine.close()
    print(future.done())
    coroutine = asyncio.sleep(0.5, "woken")
    future = coroutine.send(None)
    future._asyncio_future_blocking = False
    print(await future)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("stop", stop.value)
    for delay in (float("nan"), "x", None, True, -1, -0.0, 1e-9, [0]):
        try:
            print(await asyncio.sleep(delay, delay))
        except Exception as error:
            print(type(error).__name__, error)
    print(await Wrapped(asyncio.sleep(0, "yielded")), await Wrapped(asyncio.sleep(1, "slept")))

    task = asyncio.create_task(asyncio.sleep(1, "slept"))
    await asyncio.sleep(0)
    print(task._fut_waiter)
    seen = id(task._fut_waiter)
    weak = weakref.ref(task._fut_waiter)
    await asyncio.sleep(0)
    print(id(task._fut_waiter) == seen, weak() is task._fut_waiter)
    print(await task, weak())

    tasks = [asyncio.create_task(asyncio.sleep(1, n)) for n in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel("enough")
    print(await asyncio.gather(*tasks, return_exceptions=True))
    tasks = [asyncio.create_task(asyncio.sleep(0, n)) for n in range(3)]
    tasks[1].cancel("before")
    await asyncio.sleep(0)
    tasks[2].cancel("within")
    print(await asyncio.gather(*tasks, return_exceptions=True))


by_hand()
asyncio.run(main())
