# Weak dictionaries forget what nobody else keeps; what they hand out keeps it as long as one holds on to it.
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"

    def shout(self):
        return self.name.upper()

    def __call__(self):
        return "called"


a, b, c = map(Node, "abc")
cache = weakref.WeakValueDictionary(a=a, b=b)
print(len(cache), cache["a"], "a" in cache, cache.get("x", "none"), sorted(cache.keys()), list(cache.values()), list(cache.items()), cache.setdefault("c", c))
held = cache.pop("b")
del b
print(sorted(cache), held, cache.pop("b", "gone"), [ref() for ref in cache.valuerefs()], cache.copy() == cache, len(cache.copy()))
cache.update({"held": held})
del held
print(sorted(cache), [ref() for ref in cache.itervaluerefs()], cache | {"x": c}, cache.popitem())
cache.clear()
print(len(cache), cache.get("a"))
for key in ("none", 5):
    try:
        cache[key]
    except KeyError as error:
        print("KeyError", error)

colours = weakref.WeakKeyDictionary({a: "red"})
colours[c] = "blue"
print(colours[a], colours.get(c), a in colours, 5 in colours, sorted(colours.values()), [key.name for key in colours.keys()], colours.setdefault(a, "x"), len(colours.copy()))
print([ref().name for ref in colours.keyrefs()], [(key.name, value) for key, value in colours.items()], colours.pop(c), colours.pop(c, "none"))
colours.update({c: "green"})
del c
print(len(colours), colours.popitem(), len(colours))
for wrong in (5, "text", [], (1,)):
    try:
        colours[wrong] = 1
    except TypeError as error:
        print("TypeError", error)
colours.clear()

# A proxy stands for its object until that is gone; only a proxy of what can be called can be called.
proxy = weakref.proxy(a)
called = weakref.proxy(a.shout.__func__)
print(proxy.name, proxy.shout(), repr(proxy)[:19], type(proxy) is weakref.CallableProxyType, type(weakref.proxy({1})) is weakref.ProxyType, proxy == a,
      type(proxy) in weakref.ProxyTypes, called(a), proxy())
print(weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), weakref.ref(a) is weakref.ref(a), weakref.ref(a) == weakref.ref(a), weakref.ref(a)() is a)
try:
    hash(proxy)
except TypeError as error:
    print("a proxy has no hash")


def told(*args, **kwargs):
    print("finalised", args, kwargs)


finalizer = weakref.finalize(a, told, "a", how="now")
print(finalizer.alive, finalizer.atexit, finalizer.peek()[1:], finalizer.peek()[0] is a)
other = weakref.finalize(a, told, "never")
print(other.detach()[0] is a, other.alive, other.detach(), other.peek(), other())
del a
print(finalizer.alive, finalizer.peek(), finalizer())
for failing in (lambda: proxy.name, lambda: proxy(), lambda: str(proxy)):
    try:
        failing()
    except ReferenceError as error:
        print("ReferenceError", error)
kept = Node("kept")
last = weakref.finalize(kept, told, "at exit")
quiet = weakref.finalize(kept, told, "not at exit")
quiet.atexit = False
print("the end")
