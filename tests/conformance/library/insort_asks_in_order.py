# insort() looks for the place first and asks for insert() then; what has no length or no places is told so.
import base64
import bisect
import re
import traceback

for wrong in (5, {1, 2}, {1: 2}, iter([1]), (1, 2), "ab", range(3)):
    try:
        bisect.insort(wrong, 1)
    except Exception as error:
        print(type(wrong).__name__, type(error).__name__, error)
for wrong in (lambda: re.findall("a", ...), lambda: re.findall("a", 5), lambda: re.sub("a", "b", None), lambda: re.split("a", [1]), lambda: base64.b64encode(2j), lambda: base64.b64encode("a")):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
try:
    re.sub(r"(?s).+", r"\g<first>", "text")
except IndexError as error:
    print(error, error.__suppress_context__)


class Oops(Exception):
    def __str__(self):
        return self.nope


print(traceback.format_exception_only(Oops()), traceback.format_exception(Oops()))
