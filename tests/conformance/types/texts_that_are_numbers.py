# What a class derived from str or bytes says that it is as a number goes before what its text says.
class Text(str):
    def __int__(self):
        return 77

    def __float__(self):
        return float(str(self)) + 1


class Place(str):
    def __index__(self):
        return 78


class Raw(bytes):
    def __int__(self):
        return 79

    def __float__(self):
        return 0.5


class Plain(str):
    pass


class Two:
    def __index__(self):
        return 2


class Wrong:
    def __index__(self):
        return 'two'


def show(*calls):
    for call in calls:
        try:
            print(repr(call()), end='; ')
        except Exception as e:
            print(type(e).__name__, e, end='; ')
    print()


show(lambda: int(Text('5')), lambda: int(Place('5')), lambda: int(Raw(b'5')), lambda: int(Plain('5')), lambda: int(Text('5'), 10))
show(lambda: float(Text('5')), lambda: float(Place('5')), lambda: float(Raw(b'5')), lambda: float(Plain('5')), lambda: float(Plain('x')))
show(lambda: int('101', Two()), lambda: int('101', base=Two()), lambda: int('11', Wrong()), lambda: int('11', 2.0), lambda: int('11', True))


class Clearing:
    def __init__(self, other):
        self.other = other

    def __eq__(self, other):
        self.other.clear()
        return NotImplemented


one, two = [], []
one.append(Clearing(two))
two.append(Clearing(one))
print('lists that empty each other', one == two, one, two)
three = []
three.append(Clearing(three))
print(three == [1], three)
four = [1, 2]
print([Clearing(four), 2] < four, four)
