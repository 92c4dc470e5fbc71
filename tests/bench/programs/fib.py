# fib(24) by calls of itself, thrice. Prints how many calls that were.
TIMES, CALLS = 3, 150_049


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


for _ in range(TIMES):
    assert fib(24) == 46_368
print(TIMES * CALLS)
