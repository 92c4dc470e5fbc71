# The names that a program finds in its module, and in which order.
print(sorted(globals()), dir())
print(list(globals()))
print(__package__, __spec__, __loader__ is None, __annotations__, __cached__, __builtins__, type(__loader__))
print({k: v for k, v in globals().items() if k not in ('__file__', '__loader__')})
import sys
print(sys.modules['__main__'], vars() is globals(), __name__)
