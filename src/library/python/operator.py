"""The operators as functions. Mirrors CPython's Lib/operator.py, whose functions are C's."""
import _operator
from _operator import *

__all__ = [name for name in dir(_operator) if not name.startswith("_")]

# Each has a second name like the method's, as __add__, but for those that no method stands for.
for _name in {*__all__} - {"attrgetter", "itemgetter", "methodcaller", "countOf", "indexOf", "is_", "is_not", "length_hint",
                           "truth"}:
    globals()[f"__{_name.rstrip('_')}__"] = globals()[_name]
del _name, _operator
