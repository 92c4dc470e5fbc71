// When objects die: at the moment CPython's reference counts would kill them.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Lifetime, EndsWithTheLastReference) {
  expect_program(R"py(
class Dead:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
Dead(1); d = Dead(2); d = None; print('after')
def f():
    x = Dead(3)
    print('in f')
f(); print('after f')
lst = [Dead(4), Dead(5)]; del lst[0]; print('x'); lst.clear(); print('y')
zz = Dead('end')
)py",
                 R"out(
del 1
del 2
after
in f
del 3
after f
del 4
x
del 5
y
del end
)out");
}

TEST(Lifetime, OfACycleEndsWithTheProgram) {
  expect_program(R"py(
class Node:
    def __init__(s, n): s.n = n; s.me = s
    def __del__(s): print('node', s.n)
Node(1)
n = Node(2)
print('end')
)py",
                 R"out(
end
node 1
node 2
)out");
}

TEST(Lifetime, OfAnAbandonedGeneratorRunsItsFinally) {
  expect_program(R"py(
def gen():
    try:
        yield 1
    finally:
        print('closed')
for q in gen(): break
print('left')
g = gen(); next(g); del g
print('deleted')
kept = gen(); next(kept)
print('end')
)py",
                 R"out(
closed
left
closed
deleted
end
closed
)out");
}

TEST(Lifetime, OfCoroutinesWarnsWhereTheyDie) {
  expect_program(R"py(
async def never(): pass
never()
n = never()
n = None
c = never(); c.close()
def f():
    x = never()
f()
lost = never()
print('end')
)py",
                 R"out(
end
)out",
                 R"err(
main.py:2: RuntimeWarning: coroutine 'never' was never awaited
  never()
RuntimeWarning: Enable tracemalloc to get the object allocation traceback
main.py:4: RuntimeWarning: coroutine 'never' was never awaited
  n = None
RuntimeWarning: Enable tracemalloc to get the object allocation traceback
main.py:8: RuntimeWarning: coroutine 'never' was never awaited
  f()
RuntimeWarning: Enable tracemalloc to get the object allocation traceback
<sys>:0: RuntimeWarning: coroutine 'never' was never awaited
)err");
}

TEST(Lifetime, OfDeepNestsNeedsNoStack) {
  expect_program(R"py(
lst = []
for i in range(100000): lst = [lst]
del lst
class N: pass
n = None
for i in range(50000):
    m = N(); m.next = n; n = m
del m, n
print('ok')
)py",
                 R"out(
ok
)out");
}

TEST(Lifetime, OfAnExceptionEndsAfterItsHandler) {
  expect_program(R"py(
class D:
    def __del__(s): print('dead')
def f():
    d = D()
    raise ValueError
try: f()
except ValueError as e: print('caught')
print('after')
)py",
                 R"out(
caught
dead
after
)out");
}

TEST(Lifetime, ReportsWhatAFinaliserRaises) {
  expect_program(R"py(
def f():
    class D:
        def __del__(s): print('dying'); D.count += 1
    D.count = 0
    D(); D()
    print(D.count)
f()
)py",
                 R"out(
dying
dying
2
)out");
}

}  // namespace
}  // namespace simul::vm
