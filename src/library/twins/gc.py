"""CPython's Modules/gcmodule.c: circles of objects die when collect() is called and at the end, never by themselves."""
from _simul import collect as _collect

garbage, callbacks = [], []
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
_enabled = True
_threshold = (2000, 10, 0)


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    count = _collect()
    _collect()    # what had to say something before it dies
    return count


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_debug():
    return 0


def freeze():
    pass


def unfreeze():
    pass
