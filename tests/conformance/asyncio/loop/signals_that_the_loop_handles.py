# loop.add_signal_handler(): the callback is not called where the signal is raised, but by the loop, two turns later.
import asyncio
import os
import signal


def tick(loop, n):
    print("turn", n)
    if n < 4:
        loop.call_soon(tick, loop, n + 1)


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    loop.call_soon(tick, loop, 1)
    signal.raise_signal(signal.SIGTERM)
    print("raised, and not handled yet:", stop.is_set())
    await stop.wait()
    print("stopped")
    stop.clear()
    os.kill(os.getpid(), signal.SIGINT)
    await stop.wait()
    print("a SIGINT cancels nobody now")

    loop.add_signal_handler(signal.SIGUSR1, print, "one of three")
    for _ in range(3):
        signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0.1)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1), signal.getsignal(signal.SIGUSR1))

    for wrong in (
        lambda: loop.add_signal_handler("SIGTERM", print),
        lambda: loop.add_signal_handler(100, print),
        lambda: loop.add_signal_handler(signal.SIGKILL, print),
        lambda: loop.add_signal_handler(signal.SIGTERM, main),
        lambda: loop.remove_signal_handler(0),
        lambda: os.kill(999_999, signal.SIGTERM),
        lambda: signal.raise_signal(99),
    ):
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, error)

    def in_a_thread():
        try:
            loop.add_signal_handler(signal.SIGHUP, print)
        except RuntimeError as error:
            print(error)
        signal.raise_signal(signal.SIGTERM)

    await asyncio.to_thread(in_a_thread)
    await stop.wait()
    print("raised in a thread, handled by the loop")


asyncio.run(main())
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT))
