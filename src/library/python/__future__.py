"""What `from __future__ import` names; the compiler does the rest. Mirrors CPython's Lib/__future__.py."""


def _release(text):
    """The five numbers of a release as sys.version_info has them: "3.7b1" is (3, 7, 0, "beta", 1), "-" is None."""
    if text == "-":
        return None
    level, letter = next(((word, word[0]) for word in ("alpha", "beta") if word[0] in text), ("final", "f"))
    numbers, _, serial = text.partition(letter)
    major, minor, *micro = map(int, numbers.split("."))
    return major, minor, *(micro or (0,)), level, int(serial or 0)


class _Feature:
    """Since when one may ask for it, from when on it is always so, and the compiler's flag for it."""

    def __init__(self, *told):
        self.optional, self.mandatory, self.compiler_flag = told

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return f"_Feature{(self.optional, self.mandatory, self.compiler_flag)!r}"


all_feature_names = []
for _line in """nested_scopes 2.1b1 2.2a0 10
generators 2.2a1 2.3 0
division 2.2a2 3.0a0 20000
absolute_import 2.5a1 3.0a0 40000
with_statement 2.5a1 2.6a0 80000
print_function 2.6a2 3.0a0 100000
unicode_literals 2.6a2 3.0a0 200000
barry_as_FLUFL 3.1a2 4.0a0 400000
generator_stop 3.5b1 3.7a0 800000
annotations 3.7b1 - 1000000""".split("\n"):
    _name, _optional, _mandatory, _flag = _line.split()
    globals()[_name] = _Feature(_release(_optional), _release(_mandatory), int(_flag, 16))
    all_feature_names.append(_name)
del _line, _name, _optional, _mandatory, _flag

__all__ = ["all_feature_names", *all_feature_names]
