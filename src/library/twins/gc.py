"""CPython's Modules/gcmodule.c: circles of objects die when collect() is called and at the end, never by themselves."""
from _operator import index as _index
from _simul import collect as _collect

garbage, callbacks = [], []
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
_enabled = True
_threshold = (2000, 10, 10)
_debug = 0
_NOT_HERE = frozenset("""get_count get_freeze_count get_objects get_referents get_referrers get_stats is_finalized is_tracked""".split())


def __getattr__(name):
    if name in _NOT_HERE:
        raise AttributeError(f"Simul's gc has no {name}(): objects are counted, not listed (instead: weakref.ref to see one die)")
    raise AttributeError(f"module 'gc' has no attribute {name!r}")


def _told(phase, generation, count):
    for each in list(callbacks):
        each(phase, {"generation": generation, "collected": count, "uncollectable": 0})


def collect(generation=2):
    generation = _index(generation)
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    _told("start", generation, 0)
    count = _collect()
    _collect()    # what had to say something before it dies
    _told("stop", generation, count)
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


def set_threshold(*thresholds):
    global _threshold
    if not 1 <= len(thresholds) <= 3:
        raise TypeError("gc.set_threshold requires 1 to 3 arguments")
    given = tuple([_index(each) for each in thresholds])
    _threshold = given + _threshold[len(given):]


def get_debug():
    return _debug


def set_debug(flags, /):
    global _debug
    flags = _index(flags)
    if flags:
        raise NotImplementedError("Simul's gc prints no report of what it finds and keeps none of it (instead: count what collect() returns)")
    _debug = flags


def freeze():
    pass


def unfreeze():
    pass
