# weakref: references that do not keep alive, callbacks at the moment of death, and the containers made of them.
import weakref


class Thing:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"Thing({self.name})"
    def hello(self): return "hello from " + self.name


thing = Thing("a")
ref = weakref.ref(thing, lambda r: print("callback", r is ref, r()))
same = weakref.ref(thing)
print(ref(), same is weakref.ref(thing), ref == same, weakref.getweakrefcount(thing), hash(same) == hash(thing))
del thing
print(ref(), same(), str(same).split(";")[1])

values = weakref.WeakValueDictionary()
first, second = Thing("first"), Thing("second")
values["1"], values["2"] = first, second
print(dict(values), len(values))
del first
print(dict(values), values.get("1"), "1" in values)
keys = weakref.WeakKeyDictionary({second: "data"})
group = weakref.WeakSet([second])
print(keys[second], len(keys), second in group, len(group))
method = weakref.WeakMethod(second.hello)
print(method()())
ended = weakref.finalize(second, print, "finalized", "second")
print(ended.alive)
del second
print(len(keys), len(group), method(), ended.alive)


class Parent:
    pass


class Child:
    def __init__(self, parent):
        self.parent = weakref.ref(parent)


parent = Parent()
parent.child = Child(parent)
watch = weakref.ref(parent)
del parent
print(watch())
proxied = Thing("p")
proxy = weakref.proxy(proxied)
print(proxy.name, proxy.hello())
del proxied
for wrong in (lambda: proxy.name, lambda: weakref.ref(5), lambda: weakref.ref([]), lambda: weakref.ref("a"), lambda: weakref.ref(None), lambda: values["1"]):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
