# An exit is no business of sys.excepthook.
import sys

sys.excepthook = lambda *told: print("not told")
try:
    1 / 0
except ZeroDivisionError:
    sys.exit(3)
