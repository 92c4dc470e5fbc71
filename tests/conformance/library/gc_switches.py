"""The collector's switches: thresholds, flags, callbacks and what is frozen."""
import gc

gc.set_threshold(700)
print(gc.get_threshold(), gc.get_debug(), gc.isenabled(), type(gc.callbacks), gc.garbage)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(400, 5, 6)
print(gc.get_threshold(), gc.set_threshold(0))
gc.disable()
print(gc.isenabled(), gc.enable(), gc.isenabled())
for action in (lambda: gc.set_threshold(), lambda: gc.set_threshold("x"), lambda: gc.set_threshold(1, 2, 3, 4), lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.collect("x"), lambda: gc.collect(generation=0) >= 0):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Node:
    pass


def circle():
    one, two = Node(), Node()
    one.other, two.other = two, one


def told(phase, info):
    print(phase, sorted(info), info["generation"], info["collected"] if phase == "stop" else None)


gc.collect()
gc.disable()
gc.callbacks.append(told)
circle()
gc.collect()
gc.collect(0)
gc.callbacks.remove(told)
circle()
print(gc.freeze(), gc.unfreeze(), gc.collect())
gc.enable()
