# find(), index(), count() and startswith() take the bounds of a slice; an empty word is found everywhere, even at the end.
word = "banana"
print(word.find("an"), word.find("an", 2), word.find("an", 4), word.rfind("an"), word.rfind("an", 0, 4))
print(word.count("ana"), word.count(""), word.count("", 3), word.count("", 7), "".count(""))
print(word.find(""), word.rfind(""), word.find("", 6), word.find("", 7), word.find("x", -100, 100))
print(word.startswith("na", 2), word.startswith(("x", "ba")), word.startswith(()), word.endswith("na", 0, -1), word.startswith("", 6), word.startswith("", 7))
print(word.index("n", -2), word.rindex("b", None, 3))
for wrong in (lambda: word.index("x"), lambda: word.rindex("a", 6), lambda: word.startswith(["b"]), lambda: word.startswith((1,)), lambda: word.find(), lambda: word.find("a", "b"), lambda: word.count(None)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
