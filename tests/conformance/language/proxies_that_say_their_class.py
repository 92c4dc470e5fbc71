# isinstance() believes what an object says of its class, by a property or by __getattribute__().
class Thing:
    pass


class Part(Thing):
    pass


class Proxy:
    def __init__(self, whom):
        object.__setattr__(self, '_whom', whom)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, '_whom'), name)


class Number:
    __class__ = property(lambda self: int)


class Shy:
    def __getattr__(self, name):
        raise AttributeError(name)


class Angry:
    def __getattribute__(self, name):
        raise LookupError(name)


class Plain:
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)


for proxied in Thing(), Part(), 3, 'text', True:
    proxy = Proxy(proxied)
    print(isinstance(proxy, Thing), isinstance(proxy, Part), isinstance(proxy, int), isinstance(proxy, (str, int)),
          isinstance(proxy, str | bytes), isinstance(proxy, Proxy), isinstance(proxy, (dict, (list, Thing))), type(proxy).__name__)
print(isinstance(Number(), int), isinstance(Number(), (str, int)), isinstance(Number(), bool), isinstance(Number(), (str, bool)))
print(isinstance(Shy(), int), isinstance(Shy(), (int, Shy)), isinstance(Plain(), int), isinstance(Plain(), Plain))
for asked in int, (str, int):
    try:
        print(isinstance(Angry(), asked))
    except LookupError as e:
        print('LookupError', e)
print(isinstance(Angry(), Angry), isinstance(Angry(), (Angry, int)))


class Power(int):
    def __pow__(self, other, modulus=None):
        return f'{self:d} to {other:d} of {modulus}'

    def __rpow__(self, other, modulus=None):
        return f'from {other:d}, {modulus}'


class Undecided(int):
    def __pow__(self, other, modulus=None):
        return NotImplemented


class Real(float):
    def __pow__(self, other, modulus=None):
        return f'{float(self)} {other} {modulus}'


print(pow(Power(2), 3, 5), pow(Power(2), Power(3), Power(5)), pow(2, Power(3), 5), pow(2, 3, Power(5)), sep='; ')
print(pow(Power(2), 3), pow(2, Power(3)), Power(2) ** 3, pow(Power(2), 3, None), sep='; ')
print(pow(Undecided(2), 3, 5), pow(Real(2), 3, 5), pow(Real(2), 3), sep='; ')
