# What asyncio calls in the middle of its own doing may block like everything else: time goes by, and nobody else runs.
import asyncio
import time


def now():
    return round(time.monotonic() - began, 3)


class OwnFuture(asyncio.Future):
    def result(self):
        time.sleep(0.1)
        print(now(), "result")
        return super().result()

    def cancel(self, msg=None):
        time.sleep(0.2)
        print(now(), "cancel", msg)
        return super().cancel(msg)

    def get_loop(self):
        time.sleep(0.3)
        return super().get_loop()

    def add_done_callback(self, fn, *, context=None):
        time.sleep(0.4)
        print(now(), "add_done_callback")
        super().add_done_callback(fn, context=context)


class OwnTask(asyncio.Task):
    def cancel(self, msg=None):
        time.sleep(0.5)
        print(now(), "cancel the task", msg)
        return super().cancel(msg)


async def waits(future):
    try:
        return await future
    except asyncio.CancelledError as error:
        return "cancelled", error.args


async def ticks():
    for _ in range(3):
        await asyncio.sleep(0.25)
        print(now(), "tick")


async def main():
    ticking = asyncio.create_task(ticks())
    future = OwnFuture()
    waiting = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    future.set_result("given")
    print(now(), await waiting)

    future = OwnFuture()
    waiting = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    waiting.cancel("enough")
    print(now(), await waiting)

    task = OwnTask(asyncio.sleep(10))
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print(now(), "too late")
    await ticking


def on_error(loop, context):
    time.sleep(0.5)
    print(now(), "reported", context["message"])


async def failing():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(on_error)
    loop.call_soon(lambda: 1 / 0)
    asyncio.create_task(ticks())
    await asyncio.sleep(1)


began = time.monotonic()
asyncio.run(main())
began = time.monotonic()
asyncio.run(failing())
