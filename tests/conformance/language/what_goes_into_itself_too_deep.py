"""What compares and prints itself in C for ever says so when it is stopped; what does it through Python code does not."""


def ask(function):
    try:
        print(function())
    except RecursionError as error:
        print(error)


a, b = [], []
a.append(b)
b.append(a)
ask(lambda: a == b)
ask(lambda: a < b)
ask(lambda: a in [b])
ask(lambda: (a,) == (b,))
d, e = {}, {}
d["x"], e["x"] = e, d
ask(lambda: d == e)
ask(lambda: repr(a))

deep = []
for _ in range(20000):
    deep = [deep]
other = []
for _ in range(20000):
    other = [other]
ask(lambda: repr(deep))
ask(lambda: str(deep))
ask(lambda: f"{deep}")
ask(lambda: deep == other)
ask(lambda: deep.index(other))
ask(lambda: deep == deep)


class Shown:
    def __repr__(self):
        return repr([self])


class Same:
    def __eq__(self, other):
        return [self] == [other]


ask(lambda: repr(Shown()))
ask(lambda: Same() == Same())
while deep:
    deep = deep.pop()
