# translate() looks up numbers of letters: a text replaces, None drops, LookupError leaves alone.
table = str.maketrans("abc", "xyz", "-")
print("a-b-c-d".translate(table), sorted(table.items(), key=lambda pair: pair[0]))
print("hello".translate({"l": "L"}), "hello".translate({ord("l"): "LL", ord("o"): None, ord("h"): 72}))
print("ab".translate(str.maketrans({"a": "1", 98: None})))


class Table:
    def __getitem__(self, number):
        if number == 97:
            return "<a>"
        raise LookupError("leave it")


print("banana".translate(Table()))
for wrong in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans("a"), lambda: "a".translate({97: -1}), lambda: "a".translate({97: 2.5}), lambda: str.maketrans("a", 1)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
