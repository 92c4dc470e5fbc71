# UserDict, UserList and UserString hold what they stand for in .data, so that one method overridden is enough.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict


class Folded(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


class FoldedUser(UserDict):
    def __setitem__(self, key, value):
        self.data[key.lower()] = value


# dict's own update() and setdefault() do not ask an overridden __setitem__; UserDict's do.
plain, user = Folded(A=1), FoldedUser(A=1)
plain.update(B=2)
user.update(B=2)
plain.setdefault("C", 3)
print(plain, user, user.setdefault("C", 3), user["b"], user.get("B"), user.get("zz", "else"), "B" in user)
print(sorted(user.keys()), list(user.values()), list(user.items()), len(user), user == {"a": 1, "b": 2, "c": 3}, user | {"D": 4}, {"Z": 0} | user)
copied = user.copy()
copied["new"] = 1
print(type(copied), len(copied) - len(user), user.pop("a"), user.pop("a", None), user.popitem(), FoldedUser.fromkeys("XY", 0), repr(user), user.data)
user.clear()
print(user, bool(user))
try:
    user.pop("a")
except KeyError as error:
    print("KeyError", error)


class Positive(UserList):
    def append(self, item):
        if item <= 0:
            raise ValueError(f"not positive: {item}")
        super().append(item)


numbers = Positive([3, 1, 2])
numbers.append(5)
numbers.extend([4, 4])
numbers.insert(0, -1)    # only append() was overridden
print(numbers, numbers.count(4), numbers.index(4), numbers.pop(), numbers.pop(0), numbers.copy() == numbers, type(numbers.copy()), type(numbers[1:]), numbers[1:])
numbers.remove(5)
numbers.reverse()
numbers.sort(key=lambda item: -item)
print(numbers, numbers + [0], [0] + numbers, numbers * 2, 3 in numbers, numbers == [4, 3, 2, 1], numbers < [9], len(numbers), numbers.data)
numbers.clear()
print(numbers, repr(numbers))


class Tag(UserString):
    def upper(self):
        return self.__class__(f"<{self.data.upper()}>")


tag = Tag("b old")
print(tag, repr(tag), tag.upper(), type(tag.title()), tag.capitalize(), tag + "er", "em" + tag, tag * 2, tag[2:], type(tag[2:]), tag == "b old", hash(tag) == hash("b old"))
print(tag.find("o"), tag.rfind("z"), tag.index("l"), tag.rindex("o"), tag.count("o"), tag.replace("o", "0"), tag.split(), tag.rsplit(" ", 1), tag.partition(" "), tag.rpartition("o"))
print(tag.startswith("b"), tag.endswith(("x", "d")), tag.center(9, "*"), tag.ljust(7, "."), tag.rjust(7), tag.zfill(7), tag.swapcase(), tag.casefold(), tag.lower(), tag.join("xy"))
print(Tag("  x ").strip(), Tag("xxa").lstrip("x"), Tag("axx").rstrip("x"), Tag("un-do").removeprefix("un-"), Tag("a.py").removesuffix(".py"), Tag("a\tb").expandtabs(4), Tag("a\nb").splitlines())
print(Tag("{} {x}").format(1, x=2), Tag("{x}").format_map({"x": 3}), Tag("é").encode("utf-8"), Tag("abc").translate({97: "A"}), "%s" % tag, Tag("%s!") % "hi", int(Tag("12")), float(Tag("1.5")))
print([name for name in ("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper")
       if getattr(Tag("a1"), name)()])

# A ChainMap looks through all its maps, and writes to the first only.
defaults, settings = {"colour": "red", "size": 1}, {}
chain = ChainMap(settings, defaults)
chain["size"] = 2
print(chain["colour"], chain["size"], defaults, settings, list(chain), list(chain.items()), list(chain.keys()), list(chain.values()), len(chain))
chain.update(colour="blue")
print(chain.setdefault("weight", 5), settings, chain.pop("colour"), chain["colour"], chain.popitem(), chain.copy().maps[0] is settings, chain.copy().maps[1] is defaults)
print(ChainMap.fromkeys("ab", 1), chain | {"x": 1}, {"y": 2} | chain, repr(chain))
chain.clear()
print(chain, chain.maps)
for failing in (lambda: chain.pop("colour"), lambda: chain.popitem(), lambda: chain["none"], lambda: chain.__delitem__("colour")):
    try:
        failing()
    except KeyError as error:
        print("KeyError", error)

# What dict has, Counter, defaultdict and OrderedDict have: get() and pop() make nothing, setdefault() does.
words = Counter("abracadabra")
print(words["z"], "z" in words, words.get("z"), words.setdefault("z", 0), words.pop("a"), sorted(words.keys()), sorted(words.values()), sorted(words.items()), words.popitem())
words.clear()
print(words, words.total())
lists = defaultdict(list)
print(lists.get("a"), lists["b"], lists.setdefault("c", None), lists.pop("d", "none"), list(lists.keys()), list(lists.values()), list(lists.items()), lists.popitem())
lists.update(e=1)
print(lists, defaultdict.fromkeys("x", 0), type(lists | {}))
lists.clear()
ordered = OrderedDict(a=1)
print(lists, ordered.get("b", 2), ordered.clear(), ordered)
