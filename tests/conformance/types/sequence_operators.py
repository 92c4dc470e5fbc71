"""What + and * of a sequence and something else say: sequences answer in their own words, whoever stands on which side."""


class Shy:
    def __radd__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return NotImplemented


class Plain:
    pass


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for sequence in ("ab", [1], (1,), b"x", bytearray(b"y")):
    for other in (Shy(), Plain(), 1.5, None):
        show(lambda: sequence + other)
        show(lambda: sequence * other)
        show(lambda: other * sequence)
show(lambda: Plain() + "a")
show(lambda: [1] * True)
show(lambda: +True)
show(lambda: -True)
show(lambda: abs(True))
show(lambda: pow(2, 2, []))
show(lambda: pow(2.0, 2, 3))
show(lambda: bytearray(b"it's"))
