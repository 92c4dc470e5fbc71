# complex() asks an object, also one that is an int or a float besides, for __complex__, __float__ and __index__.
class Loud(int):
    def __float__(self):
        return 2.5


class Wrong(float):
    def __float__(self):
        return "no"


class Both:
    def __complex__(self):
        return 1 + 2j

    def __float__(self):
        return 9.0


class Index:
    def __index__(self):
        return 7


print(complex(Loud(4)), complex(1, Loud(4)), complex(Both()), complex(Both(), 1), complex(Index()), complex(Index(), Index()))
for text in ("1+2j", " (3j) ", "1_0+2_0j", "list_iterator", "1__0", "abc", "1 + 2j", ""):
    try:
        print(repr(text), complex(text))
    except ValueError as error:
        print(repr(text), error)
for wrong in (lambda: complex(Wrong(1)), lambda: complex(1, Both()), lambda: complex([1]), lambda: complex(1, "2")):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
