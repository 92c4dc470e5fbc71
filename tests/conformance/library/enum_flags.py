# enum.Flag: members that combine, what a combination is called, and what is not allowed.
from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, repr(Perm.R), Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, Perm.R | Perm.W is Perm.RW)
both = Perm.R | Perm.X
print(Perm.R in both, Perm.W in both, both & Perm.R, both ^ Perm.R, ~Perm.R, bool(Perm.R & Perm.W), Perm(0), repr(Perm(0)))
print(list(both), len(both), list(Perm), [p.value for p in Perm], Perm(5), both.name, both.value, Perm["RW"])
both |= Perm.W
print(both, Perm.R == 1, Perm.__members__)


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


print(Mode.A | Mode.B, repr(Mode.A | Mode.B), Mode.A + 1, repr(Mode(9)), Mode.A | 8, repr(~Mode.A), Mode.C == 4, f"{Mode.C}")
for wrong in (lambda: Perm(64), lambda: Perm("x"), lambda: Perm.R | 1, lambda: 1 in Perm.R):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
