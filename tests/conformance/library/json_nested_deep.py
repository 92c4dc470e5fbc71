"""How deep JSON goes: what is C code in CPython as deep as C code, dump()'s pieces as deep as Python's frames."""
import io
import json
import sys


class Box:
    def __init__(self, inside):
        self.inside = inside


def nested(depth, around):
    value = 1
    for _ in range(depth):
        value = around(value)
    return value


def ask(name, function, *depths):
    for depth in depths:
        try:
            function(depth)
        except RecursionError as error:
            print(f"{name}, {depth}: {error}")
        else:
            print(f"{name}, {depth}: fine")


def opened(box):
    return box.inside


def once_more(box):
    return [box.inside]


for limit in 1000, 200, 20000:
    sys.setrecursionlimit(limit)
    print("a limit of", limit)
    ask("dumps, lists", lambda n: json.dumps(nested(n, lambda v: [v])), 9998, 9999)
    ask("dumps, tuples", lambda n: json.dumps(nested(n, lambda v: (v,))), 9998, 9999)
    ask("dumps, dicts", lambda n: json.dumps(nested(n, lambda v: {"a": v})), 9998, 9999)
    ask("dumps, by default", lambda n: json.dumps(nested(n, Box), default=opened), 9997, 9998)
    ask("dumps, by default into lists", lambda n: json.dumps(nested(n, Box), default=once_more), 4999, 5000)
    ask("dumps with lines", lambda n: json.dumps(nested(n, lambda v: [v]), indent=0), 9998, 9999)
    ask("loads, arrays", lambda n: json.loads("[" * n + "]" * n), 9998, 9999)
    ask("loads, objects", lambda n: json.loads('{"a":' * n + "1" + "}" * n), 9998, 9999)
    ask("loads, both", lambda n: json.loads('[{"a":' * n + "1" + "}]" * n), 4999, 5000)
    ask("loads, a hook", lambda n: json.loads('{"a":' * n + "1" + "}" * n, object_hook=len), 9997)
    ask("loads, a hook of one's own", lambda n: json.loads('{"a":' * n + "1" + "}" * n, object_hook=lambda d: 1), 9996, 9997)

sys.setrecursionlimit(1000)


def most(function):
    low, high = 1, 1200
    while low < high:
        middle = (low + high + 1) // 2
        try:
            function(middle)
            low = middle
        except RecursionError:
            high = middle - 1
    return low


lists = most(lambda n: json.dump(nested(n, lambda v: [v]), io.StringIO()))
print("dump:", 980 < lists < 1000)
print(most(lambda n: json.dump(nested(n, lambda v: {"a": v}), io.StringIO())) - lists)
print(most(lambda n: json.dump(nested(n, Box), io.StringIO(), default=opened)) - lists)
print(most(lambda n: json.dump(nested(n, Box), io.StringIO(), default=once_more)) - lists // 2)
circle = []
circle.append(circle)
for options in {}, {"check_circular": False}:
    try:
        json.dumps(circle, **options)
    except (ValueError, RecursionError) as error:
        print(type(error).__name__, error)
