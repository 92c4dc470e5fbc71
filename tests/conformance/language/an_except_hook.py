# sys.excepthook of the program's own: it is told of what ends the program, and nothing else is written.
import asyncio
import atexit
import sys
import threading

atexit.register(lambda: print("at exit"))


def hook(kind, error, traceback):
    print("hook", kind.__name__, error, error.__traceback__ is traceback, traceback.tb_lineno > 0)
    sys.__excepthook__(kind, error, traceback)


sys.excepthook = hook
threading.Thread(target=print, args=("a thread",)).start()


async def main():
    await asyncio.sleep(1)
    raise ValueError("of the loop")


asyncio.run(main())
