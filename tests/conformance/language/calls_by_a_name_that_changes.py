# Calls by a global name with one argument, of what the name is bound to at that time, and what a
# frame that has returned a local still shows.

import sys
class Class:
    def __init__(self, n): self.n = n
def other(n): return ("other", n)
def two(n, m=7): return (n, m)
def deep(n):
    if n == 0: return 0
    return deep(n - 1) + 1
def same(x): return x
def of(x): return f(x)
def less(x): return f(x - 1)
def both(x): return of(x), less(x)
f = same
out = [both(3), both(2**40), both(-2**30), both(1.5)]
for f in (other, two, Class(0).__init__, len, abs, same):
    for x in (4, 2.0):
        try:
            out.append(both(x))
        except TypeError as e:
            out.append((str(e), e.__traceback__.tb_next.tb_lineno))
del f
try:
    less(1)
except NameError as e:
    out.append(str(e))
len = same
f = len
def hidden(x): return len(x)
out.append(hidden(5))
del len
out.append(hidden([1, 2]))
kept = [object()]
before = sys.getrefcount(kept)
f = same
for i in range(10): of(kept)
out.append(sys.getrefcount(kept) - before)
def drops(x):
    global drops
    del drops
    return x
def last(x): return drops(x)
out.append(last(8))
def own(x):
    y = x + 1
    def inner(): return y
    return same(inner)()
out.append(own(1))
try:
    deep(3000)
except RecursionError as e:
    out.append(str(e))
out.append(deep(300))
def keeps(x):
    global frame
    frame = sys._getframe()
    return x
def asks(x): return keeps(x)
out.append((asks([6]), frame.f_locals))
def adds(x, y):
    global frame
    frame = sys._getframe()
    return x + y
out.append((adds(2, 3), frame.f_locals))
class Dies:
    def __init__(self, name): self.name = name
    def __del__(self): out.append(self.name)
def returns(a):
    b = Dies("local")
    return a
def passes(a): return returns(a)
passes(Dies("argument"))
out.append("behind")
it = passes(Dies("kept"))
out.append(it.name)
del it

for each in out:
    print(each)
