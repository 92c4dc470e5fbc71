"""What a look-behind may refer to, and that its width is asked for when the whole pattern is read."""
import re

for pattern in (r"(?<=(a)\1)", r"(a)(?<=\1)", r"(?<=(?P<n>a)(?P=n))", r"(?<=(a)(?(1)b|c))", r"(a)(?<=(?(1)b|c))", r"(?<=(?(1)b|c))(a)",
                r"(?<=(?<!(a))\1)", r"(?<=(?=(a)\1))", r"(?=(a)\1)", r"(?<=(a))\1", r"(?<=((a)\1))", r"(a(?<=\1))", r"(?<=a*)(", r"(?<=a*)\2",
                r"(?<=a*(?<!b+))", r"(?<=a|bc)", r"(?<!(?:a|b){2})c", r"(?<=a{3})", r"(?<=(?P<x>a)b)(?P=x)", r"(?<=a?)b", r"(?<=\b^a$)"):
    try:
        found = re.compile(pattern)
    except re.error as error:
        print(pattern, "-", error)
    else:
        print(pattern, found.groups, [m.span() for m in found.finditer("abcaabbccaaa")])
