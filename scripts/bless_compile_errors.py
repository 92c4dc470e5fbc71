#!/usr/bin/env python3
"""Writes tests/compiler/compile_errors.inc: what CPython 3.13 says to programs that parse but must not compile.

    python3.13 scripts/bless_compile_errors.py

One case a line; \\n stands for a line break. "ok" is recorded for a case that CPython accepts.
"""

import pathlib
import sys
import warnings

CASES = r"""
return 1
yield 1
await x
def f():\n  await x
class C:\n  return 1
class C:\n  yield 1
break
continue
if x:\n  break
def f():\n  for x in y:\n    def g(): break
f(a=1, a=2)
f(a=1, **k, b=2, a=3)
def f(a, a): pass
def f(a, *, a): pass
lambda a, a: 0
x = 1\nglobal x
def f():\n  x = 1\n  global x
def f():\n  print(x)\n  global x
def f(x):\n  global x
def f():\n  nonlocal x
nonlocal x
def f():\n  x = 1\n  def g():\n    x = 2\n    nonlocal x
def f(x):\n  nonlocal x
def f():\n  global x\n  nonlocal x
def f():\n  from a import *
class C:\n  from a import *
def f():\n  async with a: pass
def f():\n  async for a in b: pass
async with a: pass
async for a in b: pass
[x async for x in y]
def f():\n  return [x async for x in y]
async def f():\n  yield 1\n  return 2
async def f():\n  yield from x
yield from x
a, *b, *c = d
*a = b
*a
x = *a
__debug__ = 1
def f(__debug__): pass
f(__debug__=1)
del __debug__
x.__debug__ = 1
for __debug__ in x: pass
import __debug__
def __debug__(): pass
class __debug__: pass
[x := 1 for x in y]
[i for i in (j := x)]
[[(j := 1) for i in x] for j in y]
class C:\n  [(x := 1) for i in y]
[x for x in y if (x := 1)]
[(yield) for x in y]
def f():\n  (yield for x in y)
def f():\n  return {(yield x): 1 for x in y}
try: pass\nexcept: pass\nexcept E: pass
from __future__ import braces
from __future__ import nope
x = 1\nfrom __future__ import annotations
def f():\n  from __future__ import annotations
match x:\n  case a: pass\n  case b: pass
match x:\n  case _: pass\n  case b: pass
match x:\n  case [a, a]: pass
match x:\n  case a | b: pass
match x:\n  case [a] | [b]: pass
match x:\n  case [*a, *b]: pass
match x:\n  case {1: a, 1: b}: pass
match x:\n  case C(a=1, a=2): pass
for x in y:\n  try: pass\n  except* E:\n    break
def f():\n  try: pass\n  except* E:\n    return
def f():\n  global x\n  x: int = 1
def f():\n  x: int\n  global x
async def f():\n  def g():\n    await x
async def f():\n  lambda: await x
async def f():\n  return (await x for x in y)
def f():\n  return (await x for x in y)
def f():\n  return [await x for x in y]
class C:\n  async def f(self): pass\n  await x
def f():\n  nonlocal __class__
with a as __debug__: pass
try: pass\nexcept E as __debug__: pass
(x for x in [1] if (y := 2))
def f():\n  [lambda: (x := 1) for y in z]
lambda: (yield)
class C:\n  def f(self):\n    x = 1\n    class D:\n      nonlocal x\n      x = 2
def f[T, T](): pass
class A[T, *T]: pass
def f[T: (yield)](): pass
def f[T: (await x)](): pass
def f[T: (x := 1)](): pass
type A = (x := 1)
type A = (yield)
type A = (await x)
class A[T]((yield)): pass
class A[T]((x := 3)): pass
def f[T](x: (y := 1)): pass
def f[T=(y := 1)](): pass
def f[*T=(y := 1)](): pass
def f[**T=(yield 1)](): pass
def f[T: (x := 1, 2)](): pass
def f[T=int, U](): pass
class A[T=int, *U]: pass
type A[T=int, **U] = 3
def f[T]():\n    nonlocal T
def f[T]():\n    def g():\n        nonlocal T
def f[T]():\n    global T
type A = [(x := 1) for _ in y]
def f[T: [(x := 1) for _ in y]](): pass
class A[T]([(x := 1) for _ in y]): pass
class A:\n  type X = [(x := 1) for _ in y]
def f[T](a=(yield)): pass
def f[T](a: (yield)): pass
def f[T](a: [(x:=1) for x in y]): pass
async def f():\n  type X = await y
def f():\n  type X = (yield from y)
class A[T, T]: pass
type A[T, T] = 1
def f[__debug__](): pass
type __debug__ = 1
class A[__debug__]: pass
""".strip().split("\n")


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit("needs CPython 3.13")
    warnings.simplefilter("ignore")
    lines = ["// Written by scripts/bless_compile_errors.py from CPython's answers: source, message, line, offset, end line,",
             "// end offset. An empty message: CPython accepts the program."]
    for case in CASES:
        source = case.replace("\\n", "\n") + "\n"
        answer = ("", 0, 0, 0, 0)
        try:
            compile(source, "case.py", "exec", dont_inherit=True)
        except SyntaxError as error:
            end = -1 if error.end_offset is None else error.end_offset
            answer = (error.msg, error.lineno, error.offset, error.end_lineno, end)
        quoted = source.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        message = answer[0].replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'{{"{quoted}", "{message}", {", ".join(map(str, answer[1:]))}}},')
    target = pathlib.Path(__file__).parent.parent / "tests/compiler/compile_errors.inc"
    target.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
