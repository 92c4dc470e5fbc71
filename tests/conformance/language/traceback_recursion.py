# Endless recursion ends at CPython's limit, and the traceback folds the repeated lines.
def down(n):
    return down(n + 1)

try:
    down(0)
except RecursionError as e:
    print(e)

depth = 0
def measure():
    global depth
    depth += 1
    measure()
try:
    measure()
except RecursionError:
    print(900 < depth < 1000)
