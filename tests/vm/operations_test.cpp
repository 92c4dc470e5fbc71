// What goes wrong, in CPython's words.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Errors, OfOperators) {
  expect_program(R"py(
def f(x): return x
def t(fn):
    try: fn()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('no error')
for fn in [lambda: 1 + 'a', lambda: 'a' + 1, lambda: -'a', lambda: 1 < 'a', lambda: 3 in 5, lambda: 1 @ 2, lambda: ~1.5, lambda: [] < 5, lambda: hash([]), lambda: {}[{}], lambda: NotImplemented + 1, lambda: (1, 2) + [3], lambda: [1] + (2,), lambda: 2 ** 'a', lambda: 'a' * 'b', lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: [1][5], lambda: {}['k'], lambda: len(5), lambda: iter(5)]: t(fn)
)py",
                 R"out(
TypeError | unsupported operand type(s) for +: 'int' and 'str'
TypeError | can only concatenate str (not "int") to str
TypeError | bad operand type for unary -: 'str'
TypeError | '<' not supported between instances of 'int' and 'str'
TypeError | argument of type 'int' is not iterable
TypeError | unsupported operand type(s) for @: 'int' and 'int'
TypeError | bad operand type for unary ~: 'float'
TypeError | '<' not supported between instances of 'list' and 'int'
TypeError | unhashable type: 'list'
TypeError | unhashable type: 'dict'
TypeError | unsupported operand type(s) for +: 'NotImplementedType' and 'int'
TypeError | can only concatenate tuple (not "list") to tuple
TypeError | can only concatenate list (not "tuple") to list
TypeError | unsupported operand type(s) for ** or pow(): 'int' and 'str'
TypeError | can't multiply sequence by non-int of type 'str'
ZeroDivisionError | integer division or modulo by zero
ZeroDivisionError | integer modulo by zero
ZeroDivisionError | float division by zero
IndexError | list index out of range
KeyError | 'k'
TypeError | object of type 'int' has no len()
TypeError | 'int' object is not iterable
)out");
}

TEST(Errors, OfUnpackingAndNames) {
  expect_program(R"py(
def f(x): return x
def t(fn):
    try: fn()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('no error')
def unpack1(): a, b = 1
def unpack2(): a, b = (1, 2, 3)
def unpack3(): a, b = (1,)
def unpack4(): a, *b, c = [1]
def unpack5(): a, b = iter([1, 2, 3])
def loc():
    print(q); q = 1
def free():
    def g(): return w
    g(); w = 1
def cm():
    with 5: pass
def delx():
    x = 1; del x; x
def kw(a, /, b, *, c): pass
def dfl(a, b=1, c=2): pass
for fn in [unpack1, unpack2, unpack3, unpack4, unpack5, loc, free, cm, delx, lambda: nope]: t(fn)
)py",
                 R"out(
TypeError | cannot unpack non-iterable int object
ValueError | too many values to unpack (expected 2)
ValueError | not enough values to unpack (expected 2, got 1)
ValueError | not enough values to unpack (expected at least 2, got 1)
ValueError | too many values to unpack (expected 2)
UnboundLocalError | cannot access local variable 'q' where it is not associated with a value
NameError | cannot access free variable 'w' where it is not associated with a value in enclosing scope
TypeError | 'int' object does not support the context manager protocol
UnboundLocalError | cannot access local variable 'x' where it is not associated with a value
NameError | name 'nope' is not defined
)out");
}

TEST(Errors, OfCalls) {
  expect_program(R"py(
def f(x): return x
def t(fn):
    try: fn()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('no error')
def unpack1(): a, b = 1
def unpack2(): a, b = (1, 2, 3)
def unpack3(): a, b = (1,)
def unpack4(): a, *b, c = [1]
def unpack5(): a, b = iter([1, 2, 3])
def loc():
    print(q); q = 1
def free():
    def g(): return w
    g(); w = 1
def cm():
    with 5: pass
def delx():
    x = 1; del x; x
def kw(a, /, b, *, c): pass
def dfl(a, b=1, c=2): pass
for fn in [lambda: f(1, 2), lambda: f(), lambda: f(y=1), lambda: f(1, x=2), lambda: kw(1, 2), lambda: kw(), lambda: kw(a=1, b=2, c=3), lambda: kw(1, 2, 3, c=1), lambda: kw(1, 2, 3, 4), lambda: kw(1, 2, c=1, d=2), lambda: dfl(), lambda: dfl(1, 2, 3, 4), lambda: dfl(1, d=2), lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(*[1], **{'x': 2}), lambda: [].append(), lambda: [].append(1, 2), lambda: object(1)]: t(fn)
)py",
                 R"out(
TypeError | f() takes 1 positional argument but 2 were given
TypeError | f() missing 1 required positional argument: 'x'
TypeError | f() got an unexpected keyword argument 'y'
TypeError | f() got multiple values for argument 'x'
TypeError | kw() missing 1 required keyword-only argument: 'c'
TypeError | kw() missing 2 required positional arguments: 'a' and 'b'
TypeError | kw() got some positional-only arguments passed as keyword arguments: 'a'
TypeError | kw() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
TypeError | kw() takes 2 positional arguments but 4 were given
TypeError | kw() got an unexpected keyword argument 'd'
TypeError | dfl() missing 1 required positional argument: 'a'
TypeError | dfl() takes from 1 to 3 positional arguments but 4 were given
TypeError | dfl() got an unexpected keyword argument 'd'
TypeError | __main__.f() argument after * must be an iterable, not int
TypeError | __main__.f() argument after ** must be a mapping, not int
TypeError | keywords must be strings
TypeError | f() got multiple values for argument 'x'
TypeError | list.append() takes exactly one argument (0 given)
TypeError | list.append() takes exactly one argument (2 given)
TypeError | object() takes no arguments
)out");
}

TEST(Errors, OfDunderMethodsThatAnswerWrongly) {
  expect_program(R"py(
def f(x): return x
def t(fn):
    try: fn()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('no error')
class R:
    def __repr__(self): return 5
t(lambda: repr(R()))
class R2:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __iter__(self): return 5
    def __hash__(self): return 'a'
    def __index__(self): return 'a'
for fn in [lambda: len(R2()), lambda: bool(R2()), lambda: iter(R2()), lambda: hash(R2()), lambda: [1][R2()]]: t(fn)
)py",
                 R"out(
TypeError | __repr__ returned non-string (type int)
ValueError | __len__() should return >= 0
TypeError | __bool__ should return bool, returned int
TypeError | iter() returned non-iterator of type 'int'
TypeError | __hash__ method should return an integer
TypeError | __index__ returned non-int (type str)
)out");
}

TEST(Errors, OfRaisingAndOfRecursion) {
  expect_program(R"py(
def f(x): return x
def t(fn):
    try: fn()
    except BaseException as e: print(type(e).__name__, '|', e)
    else: print('no error')
def r1(): raise 5
def r2(): raise ValueError from 5
def r3(): raise
for fn in [r1, r2, r3]: t(fn)
def rec(): return rec()
t(rec)
)py",
                 R"out(
TypeError | exceptions must derive from BaseException
TypeError | exception causes must derive from BaseException
RuntimeError | No active exception to reraise
RecursionError | maximum recursion depth exceeded
)out");
}

}  // namespace
}  // namespace simul::vm
