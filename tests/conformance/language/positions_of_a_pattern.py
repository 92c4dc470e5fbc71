"""What __match_args__ holds is checked by the match that asks for it."""


def match_with(names, pattern):
    Point = type("Point", (), {"__match_args__": names, "x": 1, "y": 2})
    space = {"Point": Point, "point": Point()}
    try:
        exec(f"match point:\n    case {pattern}: found = 'matched'\n    case _: found = 'not'", space)
        print(pattern, names, space["found"])
    except TypeError as error:
        print(pattern, names, error)


match_with(("x", "y"), "Point(1, 2)")
match_with(("x", "y"), "Point(1, y=2)")
match_with(("x", "y"), "Point(1, x=1)")
match_with(("x", "x"), "Point(1, 1)")
match_with(("x", 2), "Point(1, 2)")
match_with((None,), "Point(1)")
match_with((None,), "Point()")
match_with(["x"], "Point(1)")
match_with("xy", "Point(1)")
match_with((), "Point(1)")
match_with(("x",), "Point(1, 2)")
match_with(("z", 5), "Point(1, 2)")
