# str.format() finds attributes and items by name, numbers its fields itself or not at all, and formats a format.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f"<{self.x}|{self.y}|{spec}>"

    def __str__(self):
        return "point"


point = Point(1, 2)
print("{} {}".format("a", "b"), "{1} {0} {1}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0.x} {0.y} {1[0]} {1[-1]}".format(point, {"-1": "text", 0: "zero"}))
print("{:>{w}.{p}f}|{!r:>6}|{!s:>6}|{!a}".format(3.14159, "é", "é", "é", w=8, p=2), "{{}} {0}".format(1), "{:{}}".format("a", ">3"))
print("{}".format(point), "{:long}".format(point), "{!s}".format(point), "{0!s:>8}".format(point))
print("{a[b]} {a[c d]}".format(a={"b": 1, "c d": 2}), "{0[1]}".format("xyz"), "{:%H:%M}".format(__import__("datetime").time(9, 5)))
print("{n}".format_map({"n": 3}), format(point), format(None), f"{None!r:>6}")
for wrong in (lambda: "{} {0}".format(1), lambda: "{0} {}".format(1), lambda: "{2}".format(1), lambda: "{x}".format(1), lambda: "{".format(1), lambda: "}".format(1), lambda: "{0.z}".format(point),
              lambda: "{0[z]}".format({}), lambda: "{!x}".format(1), lambda: "{0[}".format([]), lambda: "{:d}".format("a"), lambda: "{:>3}".format(None), lambda: "{:{}".format(1), lambda: "{0[a]}".format([1])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
