"""complex: the signs of zeros stay, strings have their own grammar, and powers of zero."""


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


show(lambda: complex(0, -0.0))
show(lambda: -complex(0, -0.0))
show(lambda: complex(-0.0, 1))
show(lambda: complex(1j, 1j))
show(lambda: complex("1e3-2.5e-3j"))
show(lambda: complex(" (1+2j) "))
show(lambda: complex("1 + 2j"))
show(lambda: complex("1", 2))
show(lambda: complex(1, "2"))
show(lambda: complex([]))
show(lambda: 0j ** 0)
show(lambda: 0j ** -1)
show(lambda: (2 + 3j) ** 5)
show(lambda: (1e200 + 1j) ** 2)
show(lambda: pow(1j, 2, 3))
show(lambda: 1j < 2)
show(lambda: 1j // 2)
