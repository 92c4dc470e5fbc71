# A thread's exception goes to stderr and ends only that thread; SystemExit ends it without a word; excepthook can be replaced.
import sys
import threading


def divides(number):
    return 1 / number


def leaves():
    sys.exit("not shown")


for target, args in [(divides, (0,)), (leaves, ()), (divides, (1,))]:
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()
    print(thread.name, "alive:", thread.is_alive())


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
thread = threading.Thread(target=divides, args=(0,), name="hooked")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
threading.Thread(target=divides, args=("0",), name="last").start()
print("the program goes on")
