// Generators, coroutines and async generators.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Generators, AnswerSendThrowAndClose) {
  expect_program(R"py(
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally:
        print('fin')
    return 'done'
a = g(); print(next(a), a.send('s'))
print(a.throw(ValueError('v')))
try: next(a)
except StopIteration as e: print('stop', e.value)
b = g(); next(b); b.close(); print('closed')
def outer():
    r = yield from g()
    print('r', r)
    yield from [7, 8]
print(list(outer()))
o = outer(); next(o); print(o.throw(ValueError('deep')))
del o; print('o dead')
def bad():
    yield 1
    raise StopIteration('x')
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def ig():
    try: yield 1
    except GeneratorExit: yield 2
i = ig(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def selfrun():
    yield next(s)
s = selfrun()
try: next(s)
except ValueError as e: print(e)
n = g()
try: n.send(5)
except TypeError as e: print(e)
print(sum(x * x for x in range(10)), [y for x in range(3) for y in range(x) if y], {k: v for k, v in zip('ab', (1, 2))}, {x % 3 for x in range(7)})
)py",
                 R"out(
got s
1 2
caught v
after
fin
stop done
fin
closed
got None
got None
fin
r done
[1, 2, 7, 8]
caught deep
after
fin
o dead
generator raised StopIteration StopIteration('x')
generator ignored GeneratorExit
generator already executing
can't send non-None value to a just-started generator
285 [1] {'a': 1, 'b': 2} {0, 1, 2}
)out");
}

TEST(Generators, CloseOverVariables) {
  expect_program(R"py(
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); c(); print(c())
x, *rest, y = range(6); print(x, rest, y)
def fibg():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
)py",
                 R"out(
3
0 [1, 2, 3, 4] 5
)out");
}

TEST(Generators, ReraiseWhatTheyMayNot) {
  expect_program(R"py(
async def c(): pass
k = c()
k.close()
try: k.send(None)
except RuntimeError as e: print(e)
k = c()
try: k.send(None)
except StopIteration as e: print(repr(e.value))
try: k.throw(ValueError)
except RuntimeError as e: print(e)
try: iter(k)
except TypeError as e: print(e)
)py",
                 R"out(
cannot reuse already awaited coroutine
None
cannot reuse already awaited coroutine
'coroutine' object is not iterable
)out");
}

}  // namespace
}  // namespace simul::vm
