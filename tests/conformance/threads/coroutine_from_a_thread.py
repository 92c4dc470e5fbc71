# run_coroutine_threadsafe: a thread asks the loop to run a coroutine and waits for its result.
import asyncio
import threading
import time


async def ask(question):
    print("asked", question, time.monotonic(), asyncio.current_task().get_name())
    await asyncio.sleep(1)
    if question == "bad":
        raise ValueError(question)
    return question.upper()


def thread(loop):
    print("in a thread")
    future = asyncio.run_coroutine_threadsafe(ask("first"), loop)
    print("asked; waits", future.done())
    print("answer", future.result(), time.monotonic())
    for what in ("bad", "slow"):
        future = asyncio.run_coroutine_threadsafe(ask(what), loop)
        try:
            print(future.result(timeout=0.5 if what == "slow" else None))
        except Exception as error:
            print(type(error).__name__, error, time.monotonic())
            print("cancelled:", future.cancel())
    loop.call_soon_threadsafe(print, "from the thread, in", threading.current_thread().name)


async def main():
    loop = asyncio.get_running_loop()
    worker = threading.Thread(target=thread, args=(loop,))
    worker.start()
    print("main waits")
    while worker.is_alive():
        await asyncio.sleep(0.25)
    print("done", time.monotonic())
    try:
        asyncio.run_coroutine_threadsafe(asyncio.sleep, loop)
    except TypeError as error:
        print(error)


asyncio.run(main())
