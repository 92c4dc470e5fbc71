// The lines under a frame, and their carets.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(SourceLines, ShowsAnchorsOfSubscripts) {
  expect_program(R"py(
def a(x):
    return b(x) + 1
def b(x):
    y = x + 1
    return c(
        x,
        y,
    )
def c(x, y):
    if x == 0: return {}['k']['z']
a(0)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 11, in <module>
    a(0)
    ~^^^
  File "main.py", line 2, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 5, in b
    return c(
        x,
        y,
    )
  File "main.py", line 10, in c
    if x == 0: return {}['k']['z']
                      ~~^^^^^
KeyError: 'k'
)err");
}

TEST(SourceLines, ShowsAttributes) {
  expect_program(R"py(
def c(x):
    return x.foo.bar
c(1)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    c(1)
    ~^^^
  File "main.py", line 2, in c
    return x.foo.bar
           ^^^^^
AttributeError: 'int' object has no attribute 'foo'
)err");
}

TEST(SourceLines, ShowsAssertions) {
  expect_program(R"py(
def c(x):
    if x == 4: assert x == 5, 'msg'
c(4)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    c(4)
    ~^^^
  File "main.py", line 2, in c
    if x == 4: assert x == 5, 'msg'
                      ^^^^^^
AssertionError: msg
)err");
}

TEST(SourceLines, ShowsExpressionsOverLines) {
  expect_program(R"py(
def c(x):
    if x == 7: return (x +
        'a')
c(7)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 4, in <module>
    c(7)
    ~^^^
  File "main.py", line 2, in c
    if x == 7: return (x +
                       ~~^
        'a')
        ~~~
TypeError: unsupported operand type(s) for +: 'int' and 'str'
)err");
}

TEST(SourceLines, CountsCharactersNotBytes) {
  expect_program(R"py(
def c():
    return "é" + 1 + "ü"
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    c()
    ~^^
  File "main.py", line 2, in c
    return "é" + 1 + "ü"
           ~~~~^~~
TypeError: can only concatenate str (not "int") to str
)err");
}

TEST(SourceLines, LeavesOutCaretsOfAPlainAssignment) {
  expect_program(R"py(
def c(x):
    if x == 0: return {}['k']['z']
    z = c(0)
c(16)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 4, in <module>
    c(16)
    ~^^^^
  File "main.py", line 3, in c
    z = c(0)
  File "main.py", line 2, in c
    if x == 0: return {}['k']['z']
                      ~~^^^^^
KeyError: 'k'
)err");
}

}  // namespace
}  // namespace simul::vm
