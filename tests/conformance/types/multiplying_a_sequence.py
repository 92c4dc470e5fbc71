# x *= "ab" with an object of one's own: nobody asks the string. None and numbers are asked, and say what they say.
class Plain:
    pass


class Doubles:
    def __mul__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return ("rmul", other)


class Index:
    def __index__(self):
        return 2


for value in (Plain(), Doubles(), Index(), None, 1.5, 2):
    for text in ("ab", [1], (1, 2), b"x"):
        for name, act in (("*=", "value *= text"), ("=*", "text = text * value"), ("*", "value = value * text")):
            names = {"value": value, "text": text}
            try:
                exec(act, names)
                print(name, type(value).__name__, names["text"] if name == "=*" else names["value"])
            except TypeError as error:
                print(name, type(value).__name__, error)
