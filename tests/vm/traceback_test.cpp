// Tracebacks: chains, groups, notes, repetition.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

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

}  // namespace
}  // namespace simul::vm
