"""A mapping pattern names each key once, and asks a mapping by its get()."""
import collections
import collections.abc

for keys in ("0: _, False: _", "0: _, 0.0: _", "0: _, -0: _", "0: _, 0j: _", "'a': _, 'a': _", "1: _, True: _", "b'a': _, 'a': _",
             "-1: _, -1.0: _", "None: _, None: _", "1+2j: _, 1+2j: _", "1: _, 2: _, 1.0: _", "0.5: _, 0.5: _", "f'': _"):
    try:
        compile(f"match x:\n    case {{{keys}}}: pass", "text", "exec")
        print("fine", keys)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
for pattern in ("f''", "f'{x}'", "'a' f'b'", "[f'']", "'a' 'b'"):
    try:
        compile(f"match x:\n    case {pattern}: pass", "text", "exec")
        print("fine", pattern)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)


class Keys:
    first = "a"
    second = "b"


def ask(subject):
    try:
        match subject:
            case {Keys.first: one, "a": two}:
                return "twice", one, two
    except ValueError as error:
        return str(error)
    match subject:
        case {Keys.first: one, Keys.second: two}:
            return one, two
        case {"a": one}:
            return one
    return None


class Asked(dict):
    def get(self, key, default=None):
        print("asked for", key)
        return super().get(key, default)

    def __missing__(self, key):
        return "missing"


made = collections.defaultdict(list, a=1)
print(ask({"a": 1, "b": 2}), ask({"a": 1}), ask({}), ask(made), dict(made), ask(Asked(a=1)), ask(collections.ChainMap({"a": 1}, {"b": 2})))


class Early:
    pass


class Late(Early):
    pass


class SequenceFirst(collections.abc.Sequence, collections.abc.Mapping):
    __getitem__ = __len__ = None


class MappingFirst(collections.UserDict, collections.abc.Sequence):
    pass


def kind(subject):
    match subject:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


print(kind(Late()), kind(MappingFirst()), kind(object.__new__(type("Bare", (SequenceFirst,), {"__len__": lambda self: 0, "__getitem__": None, "__iter__": lambda self: iter(()) }))))
collections.abc.Mapping.register(Early)
print(kind(Late()), kind(Early()))
