# What sys.excepthook itself raises is told beside the first one.
import sys


def hook(kind, error, traceback):
    print("hook", kind.__name__)
    {}["missing"]


sys.excepthook = hook
print(sys.flags.optimize, sys.flags.dev_mode, len(sys.flags))
1 / 0
