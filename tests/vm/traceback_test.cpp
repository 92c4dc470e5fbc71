// Tracebacks: carets, chains, groups, notes, suggestions, repetition.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Traceback, ShowsAnchorsOfSubscripts) {
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

TEST(Traceback, ShowsAttributes) {
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

TEST(Traceback, ShowsAssertions) {
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

TEST(Traceback, ShowsTheDirectCause) {
  expect_program(R"py(
def c():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('v') from e
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 2, in c
    try: 1 / 0
         ~~^~~
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "main.py", line 4, in <module>
    c()
    ~^^
  File "main.py", line 3, in c
    except ZeroDivisionError as e: raise ValueError('v') from e
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ValueError: v
)err");
}

TEST(Traceback, ShowsWhatWasBeingHandled) {
  expect_program(R"py(
def c():
    try: 1 / 0
    except ZeroDivisionError: int('x')
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 2, in c
    try: 1 / 0
         ~~^~~
ZeroDivisionError: division by zero

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "main.py", line 4, in <module>
    c()
    ~^^
  File "main.py", line 3, in c
    except ZeroDivisionError: int('x')
                              ~~~^^^^^
ValueError: invalid literal for int() with base 10: 'x'
)err");
}

TEST(Traceback, ShowsExpressionsOverLines) {
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

TEST(Traceback, SuggestsNames) {
  expect_program(R"py(
undefined_name = 1
def c():
    return undefined_nam + 1
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 4, in <module>
    c()
    ~^^
  File "main.py", line 3, in c
    return undefined_nam + 1
           ^^^^^^^^^^^^^
NameError: name 'undefined_nam' is not defined. Did you mean: 'undefined_name'?
)err");
}

TEST(Traceback, CountsCharactersNotBytes) {
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

TEST(Traceback, ShowsNotes) {
  expect_program(R"py(
def c():
    e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
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
    e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
                                                                         ^^^^^^^
ValueError: noted
note 1
note 2
)err");
}

TEST(Traceback, ShowsGroups) {
  expect_program(R"py(
def c():
    raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
c()
)py",
                 R"out(
)out",
                 R"err(
  + Exception Group Traceback (most recent call last):
  |   File "main.py", line 3, in <module>
  |     c()
  |     ~^^
  |   File "main.py", line 2, in c
  |     raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
  | ExceptionGroup: eg (3 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: 1
    +---------------- 2 ----------------
    | TypeError: 2
    +---------------- 3 ----------------
    | ExceptionGroup: in (1 sub-exception)
    +-+---------------- 1 ----------------
      | KeyError: 'k'
      +------------------------------------
)err");
}

TEST(Traceback, FoldsRepeatedLines) {
  expect_program(R"py(
def rec(n): return rec(n + 1)
rec(13)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    rec(13)
    ~~~^^^^
  File "main.py", line 1, in rec
    def rec(n): return rec(n + 1)
                       ~~~^^^^^^^
  File "main.py", line 1, in rec
    def rec(n): return rec(n + 1)
                       ~~~^^^^^^^
  File "main.py", line 1, in rec
    def rec(n): return rec(n + 1)
                       ~~~^^^^^^^
  [Previous line repeated 996 more times]
RecursionError: maximum recursion depth exceeded
)err");
}

TEST(Traceback, LeavesOutCaretsOfAPlainAssignment) {
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

TEST(Traceback, OfNothingToReraise) {
  expect_program(R"py(
def c():
    raise
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
    raise
RuntimeError: No active exception to reraise
)err");
}

TEST(Traceback, LeavesOutASuppressedContext) {
  expect_program(R"py(
def c():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('x') from None
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 4, in <module>
    c()
    ~^^
  File "main.py", line 3, in c
    except ZeroDivisionError: raise KeyError('x') from None
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
KeyError: 'x'
)err");
}

TEST(Traceback, OfWith) {
  expect_program(R"py(
def c():
    with open_nothing: pass
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
    with open_nothing: pass
         ^^^^^^^^^^^^
NameError: name 'open_nothing' is not defined
)err");
}

TEST(Traceback, OfComprehensions) {
  expect_program(R"py(
def c():
    return [i / 0 for i in range(3)]
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
    return [i / 0 for i in range(3)]
            ~~^~~
ZeroDivisionError: division by zero
)err");
}

TEST(Traceback, GoesThroughNatives) {
  expect_program(R"py(
def c():
    return max([1, 2], key=lambda v: v / 0)
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
    return max([1, 2], key=lambda v: v / 0)
  File "main.py", line 2, in <lambda>
    return max([1, 2], key=lambda v: v / 0)
                                     ~~^~~
ZeroDivisionError: division by zero
)err");
}

TEST(Traceback, SuggestsBuiltins) {
  expect_program(R"py(
def c():
    prnt('a')
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
    prnt('a')
    ^^^^
NameError: name 'prnt' is not defined. Did you mean: 'print'?
)err");
}

TEST(Traceback, SuggestsAttributes) {
  expect_program(R"py(
def c():
    return 'abc'.uper()
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
    return 'abc'.uper()
           ^^^^^^^^^^
AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?
)err");
}

}  // namespace
}  // namespace simul::vm
