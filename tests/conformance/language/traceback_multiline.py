# Carets for operators, calls, subscripts and attributes, also over several lines.
def a(x):
    return (x +
            None)
def b(d):
    return d["k"]["l"]["m"]
def c(o):
    return o.first.second
def d(f):
    return f(1,
             2)
for attempt in (lambda: a(1), lambda: b({"k": {"l": 3}}), lambda: c(5), lambda: d(len), lambda: (1).x.y, lambda: 1 + 2 * [] ** 2):
    try:
        attempt()
    except Exception as e:
        print(type(e).__name__, e)
b({"k": {"l": 3}})
