"""The names, the module, the text and the parameters of a class: set by whoever made it, never deleted."""


class Plain:
    """Its text."""


def told(ask, *args):
    try:
        print(ask.__name__, args[1:], repr(ask(*args)))
    except (AttributeError, TypeError, ValueError) as error:
        print(ask.__name__, args[1:], type(error).__name__, error)


for name in ("__name__", "__qualname__", "__module__", "__doc__", "__type_params__"):
    for value in ("text", 5, b"bytes", "nu\0ll"):
        if (name, value) != ("__qualname__", "nu\0ll"):
            told(setattr, Plain, name, value)
    told(delattr, Plain, name)
    told(setattr, int, name, "text")
    told(delattr, int, name)
    told(getattr, Plain, name)
print(Plain)


class Generic[T]:
    pass


class Derived(Generic[int]):
    pass


print(Generic.__type_params__, Derived.__type_params__, int.__type_params__, type.__type_params__)
told(delattr, Plain, "__annotations__")
told(getattr, Plain, "__annotations__")
told(delattr, Plain, "__annotations__")
told(getattr, int, "__annotations__")
told(setattr, int, "__annotations__", {})
told(type, "Made", (), {"__qualname__": 1})
told(type, "Ma\0de", (), {})
told(type, "Made", (), {"__qualname__": "Other"})
