# weakref: methods and what compares them, sets and dictionaries with their operators, finalizers that are detached, called, quiet, and the end.
import copy
import inspect
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"

    def shout(self):
        return self.name.upper()

    def whisper(self):
        return self.name.lower()


a, b, c = map(Node, "abc")
one, two, other = weakref.WeakMethod(a.shout), weakref.WeakMethod(a.shout), weakref.WeakMethod(b.shout)
print(one()(), one == two, one != two, one == other, one != other, one == weakref.WeakMethod(a.whisper), one == weakref.ref(a), one != 5, hash(one) == hash(two), hash(one) == hash(weakref.ref(a)))
told = weakref.WeakMethod(a.shout, lambda gone: print("gone", gone() is None, gone is told))
forgotten = weakref.WeakMethod(a.shout, lambda gone: print("nobody holds this one"))
del forgotten
for wrong in (print, 5, Node.shout, None):
    try:
        print(weakref.WeakMethod(wrong).__class__)
    except TypeError as error:
        print("TypeError", error)
del a
print(one(), one == two, one == one, one != two, one != one, told())


def free():
    pass


bound = free.__get__(b)
of_function = weakref.WeakMethod(bound)
del free
print(of_function() is not None)
del bound
print(of_function() is None, b.name)

# Sets.
members = weakref.WeakSet([b, c, b])
print(len(members), b in members, 5 in members, [] in members, sorted(each.name for each in members), isinstance(members, weakref.WeakSet))
copied = members.copy()
members.discard(b)
members.discard(b)
print(len(members), len(copied), sorted(each.name for each in members | copied), len(copied - members) > 0, [each.name for each in copied & members], members <= copied, members == copied, members.isdisjoint(copied))
try:
    members.remove(b)
except KeyError as error:
    print("KeyError", type(error.args[0]).__name__)
members.update([b, Node("short")])
print(len(members), sorted(each.name for each in members))
try:
    members.add(5)
except TypeError as error:
    print("TypeError", error)
popped = members.pop()
print(popped.name in "bc", len(members))
members.clear()
print(len(members), list(members), repr(members), len(weakref.WeakSet()))

# Dictionaries.
values = weakref.WeakValueDictionary({"b": b}, c=c)
print(values | {"x": b}, type(values | {}) is weakref.WeakValueDictionary) if False else print(sorted((values | {"x": b}).items(), key=str), type({"x": b} | values).__name__, sorted(({"b": c, "x": c} | values).items(), key=str))
values |= {"y": c}
print(sorted(values), list(copy.copy(values)) == list(values), values.setdefault("b", c), values.setdefault("z", c), "q" in values, values.pop("z"), values.pop("z", 0), len(values))
for wrong in (lambda: values.pop("q"), lambda: values["q"], lambda: values.__delitem__("q"), lambda: values.__setitem__("q", 5), lambda: values | 5, lambda: weakref.WeakKeyDictionary({5: 1}), lambda: weakref.WeakKeyDictionary()["text"], lambda: weakref.WeakKeyDictionary().get([]), lambda: weakref.WeakValueDictionary().popitem(), lambda: weakref.WeakKeyDictionary().popitem()):
    try:
        print(wrong())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
print([inspect.isgenerator(each) for each in (values.items(), values.keys(), values.values(), iter(values), values.itervaluerefs())], [reference.key for reference in values.valuerefs()], repr(values)[:24])
d = Node("d")
values["d"] = d
values["d"] = c
del d
print(values["d"], values.popitem(), values.popitem())
keys = weakref.WeakKeyDictionary({b: 1})
keys[c] = 2
e = Node("e")
keys[e] = 3
print(keys | {e: 4} != keys, sorted((keys | {e: 4}).values()), sorted(({e: 5, c: 6} | keys).values()), type(keys | keys).__name__, [reference() for reference in keys.keyrefs()])
del e
print(len(keys), [(key.name, value) for key, value in keys.items()], list(keys.values()), list(keys), keys.popitem(), keys.setdefault(c, 9), keys.pop(b), list(copy.copy(keys).items()))
del keys[c]
print(len(keys), keys.keyrefs(), [inspect.isgenerator(each) for each in (keys.items(), keys.keys(), keys.values(), iter(keys))])


# Finalizers.
def call(*args, **kwargs):
    print("call", args, kwargs)
    return len(args)


first = weakref.finalize(b, call, 1, 2, k=3)
print(first.alive, first.atexit, first.peek(), repr(first).split(";")[1].split(" at")[0], repr(first).split(" at")[0])
try:
    first.extra = 1
except AttributeError as error:
    print("AttributeError")
print(first(), first(), first.alive, first.peek(), first.detach(), first.atexit, repr(first).split(";")[1])
first.atexit = True
print(first.atexit)
second = weakref.finalize(b, call, "second")
print(second.detach(), second.alive)
third = weakref.finalize(b, call, "third")
third.atexit = 0
print(third.atexit)
third.atexit = "yes"
print(third.atexit)
third.atexit = False


def late():
    print("late")
    weakref.finalize(c, call, "added at the end")


def wrong():
    raise ValueError("wrong at the end")


weakref.finalize(c, call, "oldest")
weakref.finalize(c, late)
gone = Node("gone")
weakref.finalize(gone, call, "as it goes")
del gone
weakref.finalize(c, call, "newest")
print("the last line")
