// try, except, finally, chaining, groups.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Exceptions, RunFinallyOnEveryWayOut) {
  expect_program(R"py(
def f(x):
    try:
        if x == 0: raise ValueError('zero')
        if x == 1: return 'ret'
        return 10 / (x - 2)
    except ValueError as e:
        return f'caught {e}'
    except (ZeroDivisionError, KeyError):
        return 'div'
    finally:
        print('finally', x)
for i in range(4): print(f(i))
class Ctx:
    def __enter__(s): return s
    def __exit__(s, *a): return False
def fw():
    for i in range(3):
        with Ctx():
            try:
                if i == 1: continue
                if i == 2: return i
            finally: print('f', i)
print(fw())
while True:
    try: break
    finally: print('brk')
)py",
                 R"out(
finally 0
caught zero
finally 1
ret
finally 2
div
finally 3
10.0
f 0
f 1
f 2
2
brk
)out");
}

TEST(Exceptions, KeepCauseAndContext) {
  expect_program(R"py(
try:
    try: raise KeyError('k')
    except KeyError as k: raise RuntimeError('r') from k
except RuntimeError as r: print(repr(r), repr(r.__cause__), r.__context__, r.__suppress_context__)
try:
    try: 1/0
    finally: {}['x']
except KeyError as e: print(repr(e.__context__), str(e))
try: e
except NameError as x: print(x)
)py",
                 R"out(
RuntimeError('r') KeyError('k') 'k' True
ZeroDivisionError('division by zero') 'x'
name 'e' is not defined
)out");
}

TEST(Exceptions, SplitGroupsForExceptStar) {
  expect_program(R"py(
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as e: print('V', e.exceptions)
    except* TypeError as e: print('T', e.exceptions)
except ExceptionGroup as e: print('rest', repr(e))
try:
    raise ValueError('naked')
except* ValueError as e: print(repr(e))
eg = ExceptionGroup('x', [ValueError(1), ExceptionGroup('y', [TypeError(2)])])
print(eg.subgroup(TypeError), eg.split(ValueError), eg)
)py",
                 R"out(
V (ValueError(1),)
T (TypeError(2),)
rest ExceptionGroup('g', [OSError(3)])
ExceptionGroup('', (ValueError('naked'),))
x (1 sub-exception) (ExceptionGroup('x', [ValueError(1)]), ExceptionGroup('x', [ExceptionGroup('y', [TypeError(2)])])) x (2 sub-exceptions)
)out");
}

}  // namespace
}  // namespace simul::vm
