# A sequence times something: whoever has a method for it is asked, once, and only then is it taken
# as a count, which its __index__ tells. In place, a list stays the one it was.
class Refuses:
    def __rmul__(self, other):
        print("rmul", other, end="; ")
        return NotImplemented

    def __mul__(self, other):
        print("mul", other, end="; ")
        return NotImplemented

    def __radd__(self, other):
        print("radd", other, end="; ")
        return NotImplemented


class Counts(Refuses):
    def __index__(self):
        print("index", end="; ")
        return 2


class Lies(Refuses):
    def __index__(self):
        return "two"


def tried(what):
    try:
        print(what())
    except TypeError as error:
        print(error)


for sequence in ([1], (1,), "a", b"b", bytearray(b"c")):
    for other in (Refuses(), Counts(), Lies()):
        print(type(sequence).__name__, type(other).__name__)
        tried(lambda: sequence * other)
        tried(lambda: other * sequence)
        tried(lambda: sequence + other)
        kept = sequence
        try:
            sequence *= other
            print(sequence, sequence is kept)
        except TypeError as error:
            print(error)
        try:
            sequence += other
        except TypeError as error:
            print(error)
        try:
            other *= sequence
        except TypeError as error:
            print(error)
        else:
            print(other)
