// Tracebacks: carets, chains, groups, notes, suggestions, repetition.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Traceback, ShowsAnchorsOfSubscripts) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(0)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(0)
    ~^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 11, in c
    if x == 0: return {}['k']['z']
                      ~~^^^^^
KeyError: 'k'
)err");
}

TEST(Traceback, ShowsAttributes) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(1)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(1)
    ~^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 12, in c
    if x == 1: return x.foo.bar
                      ^^^^^
AttributeError: 'int' object has no attribute 'foo'
)err");
}

TEST(Traceback, ShowsAssertions) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(4)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(4)
    ~^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 15, in c
    if x == 4: assert x == 5, 'msg'
                      ^^^^^^
AssertionError: msg
)err");
}

TEST(Traceback, ShowsTheDirectCause) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(5)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 17, in c
    try: 1 / 0
         ~~^~~
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(5)
    ~^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 18, in c
    except ZeroDivisionError as e: raise ValueError('v') from e
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ValueError: v
)err");
}

TEST(Traceback, ShowsWhatWasBeingHandled) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(6)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 20, in c
    try: 1 / 0
         ~~^~~
ZeroDivisionError: division by zero

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(6)
    ~^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 21, in c
    except ZeroDivisionError: int('x')
                              ~~~^^^^^
ValueError: invalid literal for int() with base 10: 'x'
)err");
}

TEST(Traceback, ShowsExpressionsOverLines) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(7)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(7)
    ~^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 22, in c
    if x == 7: return (x +
                       ~~^
        'a')
        ~~~
TypeError: unsupported operand type(s) for +: 'int' and 'str'
)err");
}

TEST(Traceback, SuggestsNames) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(9)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(9)
    ~^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 25, in c
    if x == 9: return undefined_nam + 1
                      ^^^^^^^^^^^^^
NameError: name 'undefined_nam' is not defined. Did you mean: 'undefined_name'?
)err");
}

TEST(Traceback, CountsCharactersNotBytes) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(10)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(10)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 26, in c
    if x == 10: return "é" + 1 + "ü"
                       ~~~~^~~
TypeError: can only concatenate str (not "int") to str
)err");
}

TEST(Traceback, ShowsNotes) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(11)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(11)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 28, in c
    e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
                                                                         ^^^^^^^
ValueError: noted
note 1
note 2
)err");
}

TEST(Traceback, ShowsGroups) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(12)
)py",
                 R"out(
)out",
                 R"err(
  + Exception Group Traceback (most recent call last):
  |   File "main.py", line 57, in <module>
  |     a(12)
  |     ~^^^^
  |   File "main.py", line 3, in a
  |     return b(x) + 1
  |            ~^^^
  |   File "main.py", line 6, in b
  |     return c(
  |         x,
  |         y,
  |     )
  |   File "main.py", line 29, in c
  |     if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
  |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(13)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(13)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 30, in c
    if x == 13: return rec(x)
                       ~~~^^^
  File "main.py", line 54, in rec
    def rec(n): return rec(n + 1)
                       ~~~^^^^^^^
  File "main.py", line 54, in rec
    def rec(n): return rec(n + 1)
                       ~~~^^^^^^^
  File "main.py", line 54, in rec
    def rec(n): return rec(n + 1)
                       ~~~^^^^^^^
  [Previous line repeated 993 more times]
RecursionError: maximum recursion depth exceeded
)err");
}

TEST(Traceback, LeavesOutCaretsOfAPlainAssignment) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(16)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(16)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 33, in c
    if x == 16: z = c(0, 0)
                    ~^^^^^^
  File "main.py", line 11, in c
    if x == 0: return {}['k']['z']
                      ~~^^^^^
KeyError: 'k'
)err");
}

TEST(Traceback, OfNothingToReraise) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(18)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(18)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 35, in c
    if x == 18: raise
                ^^^^^
RuntimeError: No active exception to reraise
)err");
}

TEST(Traceback, LeavesOutASuppressedContext) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(19)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(19)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 36, in c
    if x == 19: raise KeyError('x') from None
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
KeyError: 'x'
)err");
}

TEST(Traceback, OfWith) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(24)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(24)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 42, in c
    with open_nothing: pass
         ^^^^^^^^^^^^
NameError: name 'open_nothing' is not defined
)err");
}

TEST(Traceback, OfComprehensions) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(27)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(27)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 46, in c
    if x == 27: return [i / 0 for i in range(3)]
                        ~~^~~
ZeroDivisionError: division by zero
)err");
}

TEST(Traceback, GoesThroughNatives) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(29)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(29)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 48, in c
    if x == 29: return max([1, 2], key=lambda v: v / 0)
                       ~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "main.py", line 48, in <lambda>
    if x == 29: return max([1, 2], key=lambda v: v / 0)
                                                 ~~^~~
ZeroDivisionError: division by zero
)err");
}

TEST(Traceback, SuggestsBuiltins) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(32)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(32)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 51, in c
    if x == 32: prnt('a')
                ^^^^
NameError: name 'prnt' is not defined. Did you mean: 'print'?
)err");
}

TEST(Traceback, SuggestsAttributes) {
  expect_program(R"py(
class E2(Exception): pass
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
    if x == 1: return x.foo.bar
    if x == 2: raise E2('two')
    if x == 3: return [1, 2, 3][x + y]
    if x == 4: assert x == 5, 'msg'
    if x == 5:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    if x == 6:
        try: 1 / 0
        except ZeroDivisionError: int('x')
    if x == 7: return (x +
        'a')
    if x == 8: x.y = 1
    if x == 9: return undefined_nam + 1
    if x == 10: return "é" + 1 + "ü"
    if x == 11:
        e = ValueError('noted'); e.add_note('note 1'); e.add_note('note 2'); raise e
    if x == 12: raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
    if x == 13: return rec(x)
    if x == 14: foo = -"a"; return foo
    if x == 15: return lambda: 1 + lst[0]
    if x == 16: z = c(0, 0)
    if x == 17: print(c(0, 0), 1)
    if x == 18: raise
    if x == 19: raise KeyError('x') from None
    if x == 20: x[0] = 1
    if x == 21: del x[0]
    if x == 22: x.a.b.c()
    if x == 23: return not_a_func(1)(2)
    if x == 24:
        with open_nothing: pass
    if x == 25:
        for i in x: pass
    if x == 26: p, q = x
    if x == 27: return [i / 0 for i in range(3)]
    if x == 28: return sorted([1, 'a'])
    if x == 29: return max([1, 2], key=lambda v: v / 0)
    if x == 30: import nosuchmod
    if x == 31: from math import nosuch
    if x == 32: prnt('a')
    if x == 33: return 'abc'.uper()
    if x == 34: raise SystemError
def rec(n): return rec(n + 1)
import sys
undefined_name = 1
a(33)
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 57, in <module>
    a(33)
    ~^^^^
  File "main.py", line 3, in a
    return b(x) + 1
           ~^^^
  File "main.py", line 6, in b
    return c(
        x,
        y,
    )
  File "main.py", line 52, in c
    if x == 33: return 'abc'.uper()
                       ^^^^^^^^^^
AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?
)err");
}

}  // namespace
}  // namespace simul::vm
