# Which implementation singledispatch takes where abstract classes are bases, are registered, or only fit.
import collections
import collections.abc as c
import functools
import typing


@functools.singledispatch
def kind(value):
    return "base"


for each in (c.Iterable, c.Container, c.Sized, c.Set):
    kind.register(each, lambda value, name=each.__name__: name)


class Long(c.Sized):
    def __len__(self):
        return 0


print(kind(Long()))
for each in (c.Iterable, c.Container, c.Set):
    each.register(Long)
    print(each.__name__, kind(Long()))


class Plain:
    pass


print(kind(Plain()))
c.Iterable.register(Plain)
print(kind(Plain()))
c.Container.register(Plain)
try:
    kind(Plain())
except RuntimeError as error:
    print(error)


@functools.singledispatch
def other(value):
    return "base"


other.register(c.Sized, lambda value: "sized")
other.register(c.Container, lambda value: "container")
try:
    other(collections.defaultdict(int))
except RuntimeError as error:
    print(error)
other.register(c.MutableMapping, lambda value: "mapping")
print(other(collections.defaultdict(int)), other(collections.ChainMap()), other([]) if False else "")


class Both(c.Sized, c.Container):
    def __len__(self):
        return 0

    def __contains__(self, item):
        return False


print(other(Both()))
for annotation in (typing.Union[int, typing.Iterable[str]], typing.List[int]):
    def wrong(value: annotation):
        pass
    try:
        other.register(wrong)
    except TypeError as error:
        print(error)

part = functools.partial(print, "a", sep="-")
part.note = 1
part.__setstate__((max, (1,), None, None))
print(part(3), part.keywords, vars(part))
for state in (3, (max, (), {}), (None, (), {}, None), (max, [], {}, None), (max, (), [], None)):
    try:
        part.__setstate__(state)
    except TypeError as error:
        print(error)
