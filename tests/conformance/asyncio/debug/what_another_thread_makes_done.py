# In debug mode what makes a future done from another thread loses whoever waits, wherever that is done; and is refused.
import asyncio


def attempt(name, act):
    try:
        print(name, act())
    except RuntimeError as error:
        print(f"{name}: {error}")


async def waits(name, awaitable):
    try:
        print(name, "got", await awaitable)
    except asyncio.CancelledError:
        print(name, "cancelled")


def from_outside(loop, futures, sleeper, event, lock, queue):
    attempt("cancel", futures[0].cancel)
    attempt("cancel again", futures[0].cancel)
    attempt("cancel of a future without callbacks", loop.create_future().cancel)
    attempt("set_result", lambda: futures[1].set_result("lost"))
    attempt("set_exception", lambda: futures[2].set_exception(ValueError("lost")))
    attempt("cancel of a task", sleeper.cancel)
    print(sleeper.cancelling(), sleeper.done())
    attempt("set", event.set)
    print(event.is_set())
    attempt("release", lock.release)
    print(lock.locked())
    attempt("put_nowait", lambda: queue.put_nowait(1))
    print(queue.qsize())


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(3)]
    for future in futures:
        future.add_done_callback(print)
    event, lock, queue = asyncio.Event(), asyncio.Lock(), asyncio.Queue()
    await lock.acquire()
    tasks = [asyncio.create_task(waits("future", futures[1])), asyncio.create_task(waits("event", event.wait())),
             asyncio.create_task(waits("lock", lock.acquire())), asyncio.create_task(waits("queue", queue.get()))]
    sleeper = asyncio.create_task(waits("sleeper", asyncio.sleep(1)))
    await asyncio.sleep(0)
    await asyncio.to_thread(from_outside, loop, futures, sleeper, event, lock, queue)
    await asyncio.sleep(2)
    for future in futures:
        print(future.cancelled() or future.exception() or future.result())
    for task in tasks:
        print(task.get_name(), task.done())
    event.set()
    queue.put_nowait(2)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
