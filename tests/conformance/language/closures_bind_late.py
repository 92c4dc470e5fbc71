# A closure holds the variable, not its value: all three functions of the loop see the last one, unless a default caught it.
functions = [lambda: n for n in range(3)]
caught = [lambda n=n: n for n in range(3)]
print([f() for f in functions], [f() for f in caught])


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    def look():
        return count

    return step, look


step, look = counter()
other, _ = counter()
print(step(), step(5), look(), other(), step.__closure__[0].cell_contents, step.__code__.co_freevars, look.__code__.co_freevars)


def broken():
    try:
        return late
    finally:
        late = 1


def unset():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(error)
    value = 3
    print(inner())
    del value
    try:
        inner()
    except NameError as error:
        print(error)


try:
    broken()
except UnboundLocalError as error:
    print(error)
unset()
x = "global"


class Scope:
    x = "class"
    seen = x
    in_list = [x for _ in range(1)]
    in_generator = list(x for _ in range(1))
    in_lambda = (lambda: x)()

    def method(self):
        return x


print(Scope.seen, Scope.in_list, Scope.in_generator, Scope.in_lambda, Scope().method())
