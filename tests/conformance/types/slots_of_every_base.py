"""What __slots__ may list for a class of each base, what it may not, and what the class then has: __dict__ and __weakref__ too."""
import weakref


def made(base, slots):
    try:
        print(f"{base.__name__:12}{slots!r}: {list(vars(type('X', (base,), {'__slots__': slots})))}")
    except (TypeError, ValueError) as error:
        print(f"{base.__name__:12}{slots!r}: {type(error).__name__}: {error}")


for base in object, int, str, bytes, tuple, float, list, dict, set, bytearray, complex, Exception, type, property, bool:
    for slots in (), ("b", "a"), "one", ["a", "b"], {"a": "doc"}, ("__dict__",), ("__weakref__",), ("a", "a"), ("__dict__", "__dict__"):
        made(base, slots)
    for slots in (1,), ("a b",), ("",), 1, None, b"a", ("__module__",), ("class",), ("__weakref__", "__weakref__"):
        made(base, slots)
for base in object, str, int:
    print(list(vars(type("X", (base,), {"__slots__": iter(["q"])})) if base is not int else ()), list(vars(type("Y", (base,), {}))))


class Word(str):
    __slots__ = ("line", "kind")

    def __new__(cls, text, line):
        self = super().__new__(cls, text)
        self.line = line
        return self


word = Word("loop", 3)
print(word, word.line, hasattr(word, "kind"), hasattr(word, "__dict__"), word == "loop", {word: 1}["loop"], word.upper())
word.kind = "name"
del word.line
for act in lambda: word.line, lambda: setattr(word, "other", 1), lambda: delattr(word, "line"), lambda: weakref.ref(word), lambda: vars(word):
    try:
        print(act())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(word.kind, Word.kind, [Word(str(n), n).line for n in range(3)])


class Held:
    __slots__ = ("__weakref__", "x")


class Open:
    "all there is"

    def __eq__(self, other):
        return True


class Both(Held, Open):
    __slots__ = ()


class Inner(Open):
    pass


for cls in Held, Open, Both, Inner, type("Call", (), {}), type("Number", (int,), {}), type("Texts", (list,), {"__slots__": ()}):
    print(cls.__name__, list(vars(cls)))
held, opened = Held(), Open()
print(held.__weakref__, opened.__weakref__, Held.__weakref__, "__weakref__" in dir(opened), "__weakref__" in dir(3))
first = weakref.ref(held)
print(held.__weakref__ is first)
for act in lambda: setattr(opened, "__weakref__", 1), lambda: weakref.ref(type("Number", (int,), {})(3)), lambda: weakref.ref(Word("a", 1)):
    try:
        print(act())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
