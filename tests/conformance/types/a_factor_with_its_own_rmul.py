# A class's own __rmul__ comes before what its being a number would give: a sequence is repeated only by what has none.
class Scale:
    def __rmul__(self, other):
        return "scaled", other

    def __index__(self):
        return 3


class Loud(int):
    def __rmul__(self, other):
        return "loud", other


class Index:
    def __index__(self):
        return 2


class Plain(int):
    pass


for factor in (Scale(), Loud(3), Index(), Plain(2), True):
    for sequence in ("ab", [1], (1,), b"x", bytearray(b"y")):
        print(sequence * factor)
        sequence *= factor
        print(sequence)
for factor in (Loud(3), Plain(2), True):
    print(factor * "ab", factor * [1], factor * (1,), factor * b"x", factor * bytearray(b"y"))
