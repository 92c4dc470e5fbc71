# throw() goes through `yield from` and await to the innermost generator; what that returns is the value of the expression.
def inner():
    try:
        yield 1
    except ValueError as error:
        return f"caught {error}"


def middle(first):
    second = "second"
    result = yield from inner()
    yield first, second, result


def outer():
    for n in range(2):
        with_value = [n, (yield from middle("first"))]
        yield with_value


generator = outer()
print(next(generator))
print(generator.throw(ValueError("thrown")))
print(next(generator))
print(next(generator))
print(generator.throw(ValueError("thrown again")))
