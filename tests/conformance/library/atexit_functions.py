# atexit: last registered, first called, after the loop, the threads and the uncaught exception; one that fails stops no other.
import asyncio
import atexit
import threading
import time


@atexit.register
def first_registered():
    print("first registered, called last")


atexit.register(print, "with arguments", end="!\n")


def fails():
    raise KeyError("in the end")


def gone():
    print("never")


atexit.register(fails)
print(atexit.register(gone) is gone)
atexit.unregister(gone)
threading.Thread(target=lambda: (time.sleep(1), print("the thread is over"))).start()


async def main():
    atexit.register(lambda: print("from the loop"))
    await asyncio.sleep(0.1)
    raise ValueError("the program fails")


try:
    atexit.register(5)
except TypeError as error:
    print(error)
asyncio.run(main())
