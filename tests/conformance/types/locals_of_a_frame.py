# f_locals of a function's frame is no copy (PEP 667): what is set there is set in the function, whose other names are extra.
import sys


def show(proxy, *texts):
    for text in texts:
        try:
            if text.startswith(("del ", "proxy[")) and " = " in text or text.startswith("del "):
                exec(text, {"proxy": proxy})
                print(text, "done")
            else:
                print(text, "->", eval(text, {"proxy": proxy}))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


def function(a, *, b=2):
    x = 1
    shared = 3

    def inner():
        return shared

    proxy = sys._getframe().f_locals
    print(type(proxy).__name__, len(proxy), list(proxy), list(reversed(proxy)), type(reversed(proxy)).__name__)
    inner = inner()
    print(proxy)
    proxy["x"] = 10
    proxy["new"] = 5
    proxy["shared"] = 30
    print(x, shared, proxy["new"], sys._getframe().f_locals["new"], list(locals()))
    show(proxy, "del proxy['x']", "del proxy['new']", "del proxy['new']", "proxy['nope']", "proxy[3]", "proxy.pop('x')", "proxy.pop('x', 1)",
         "proxy.pop('zz')", "proxy.pop('zz', 1)", "proxy.pop()", "proxy.get('x')", "proxy.get('q', 7)", "proxy.get('q')", "proxy.get()",
         "proxy.setdefault('z', 4)", "proxy.setdefault('x', 4)", "proxy.setdefault('n')", "proxy.pop('n')", "type(proxy.copy()).__name__")
    show(proxy, "'x' in proxy", "3 in proxy", "[] in proxy", "type(proxy.keys()).__name__", "proxy.keys()", "proxy.values()[:3]", "proxy.items()[:3]",
         "proxy == dict(proxy)", "proxy != {}", "proxy == 3", "sorted(proxy | {'k': 1})", "list({'k': 1} | proxy)[:2]", "proxy | 3",
         "proxy.update({'a': 9})", "proxy.update([('a', 9)])", "proxy.update(a=3)", "proxy.update()", "hash(proxy)", "proxy < proxy",
         "proxy.clear", "type(proxy)(3)", "type(proxy)()", "bool(proxy)", "proxy.__len__()", "proxy.__contains__('a')")
    proxy |= {"m": 3}
    print(a, proxy["m"], proxy == sys._getframe().f_locals, proxy is sys._getframe().f_locals)
    del x
    show(proxy, "'x' in proxy", "proxy['x']", "len(proxy)", "proxy.setdefault('x', 'again')")
    print(x)
    return proxy


kept = function(1)
kept["x"] = 99
print(kept["x"], kept["shared"], kept["m"], sorted(kept))


def changes_its_caller():
    sys._getframe(1).f_locals["counter"] += 1


def caller():
    counter = 0
    for _ in range(3):
        changes_its_caller()
    return counter


print(caller(), sys._getframe().f_locals is globals(), type(sys._getframe().f_locals).__name__)


class Body:
    here = sys._getframe().f_locals
    print(here is locals(), type(here).__name__)


def generator():
    value = 1
    yield value
    yield value


running = generator()
next(running)
running.gi_frame.f_locals["value"] = 7
print(next(running), running.gi_frame.f_locals)
print(list(list(locals()) for _ in [1]), [list(locals()) for y in (1,)][0][-1:] == ["y"])


def fails():
    held = [1]
    raise ValueError(held)


try:
    fails()
except ValueError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(frame.f_locals, frame.f_builtins is __builtins__.__dict__)
    print(frame.clear(), frame.f_locals, frame.clear())
for text in ("sys._getframe().clear()", "running.gi_frame.clear()"):
    try:
        eval(text)
    except RuntimeError as error:
        print(error)
fresh = generator()
frame = fresh.gi_frame
frame.clear()
print(fresh.gi_frame, list(fresh))

# In a module's or class's body a comprehension's names are all that locals() has there.
print([list(locals()) for y in (1,)], [type(sys._getframe().f_locals).__name__ for y in (1,)], [sys._getframe().f_locals for y in (1,)])


class Within:
    print([(list(locals()), m) for y in (1,) for m in [3]], [eval("y + 1") for y in (1,)])


def outer():
    free = 1

    class Inner:
        k = 2
        alone = [list(locals()) for y in (1,)]
        captured = [(lambda: y, list(locals()))[1] for y in (1,)]

        def method(self):
            return __class__, free

        names = free, sorted(name for name in locals() if not name.startswith("__"))

    print(Inner.alone, Inner.captured, Inner.names)


outer()
for text in ("proxy.pop(1, 2, 3)", "proxy.setdefault()", "proxy.get(x=1)", "type(proxy)(frame=1)"):
    show(kept, text)
