# Flags written from the largest to the smallest keep the order in which they were written, in lists, in reprs and in loops.
from enum import Flag, IntFlag, auto


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RW = R | W


class Upward(Flag):
    ONE = auto()
    TWO = auto()
    THREE = auto()
    ODD = ONE | THREE


class Mixed(Flag):
    B = 2
    A = 1
    C = 4


print(list(Perm), list(Perm(7)), repr(Perm(6)), Perm.R | Perm.X, str(Perm.R | Perm.X), len(Perm))
print(list(Upward), list(Upward.ODD), Upward.THREE | Upward.ONE, ~Upward.TWO, Upward.ODD, Upward(7))
print(list(Mixed), Mixed.C | Mixed.A | Mixed.B, [member.name for member in ~Mixed.A], (Mixed.A | Mixed.B).name)
print(Perm.__members__, Perm["RW"] is Perm.R | Perm.W, Perm(0), repr(Perm(0)), Perm(8), repr(Perm(9)))
