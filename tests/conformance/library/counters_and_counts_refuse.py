"""Which way round a Counter compares what it counts, and what itertools.count() takes for a number; NotImplemented has a truth of its own."""
import warnings; warnings.simplefilter("ignore")
print(NotImplemented.__bool__(), bool(NotImplemented), "__bool__" in dir(NotImplemented))
try: NotImplemented.__floor__
except AttributeError as e: print(e)
import itertools, decimal, fractions
for v in (b"", bytearray(b"a"), "a", [], {}, set(), range(3), None, object(), 1j, 1.5, decimal.Decimal(2), fractions.Fraction(1,2), True, NotImplemented, int, memoryview(b"a")):
    try: print(next(itertools.count(v)))
    except TypeError as e: print(e)
from collections import Counter
class N:
    def __init__(self,n): self.n=n
    def __repr__(self): return f"N{self.n}"
    def __lt__(self,o): print(self,"<",o); return True
    def __gt__(self,o): print(self,">",o); return True
    def __add__(self,o): print(self,"+",o); return self
    def __radd__(self,o): print(o,"+r",self); return self
    def __sub__(self,o): print(self,"-",o); return self
    def __rsub__(self,o): print(o,"-r",self); return self
a=Counter({"x":N(1),"y":N(2)}); b=Counter({"x":N(3),"z":N(4)})
import operator
for op in ("add","sub","or_","and_","iadd","isub","ior","iand"):
    print(op, dict(getattr(operator,op)(Counter(a),b)))
print(dict(+a),dict(-a))
for op in ("add","sub","or_","and_","iadd","isub","ior","iand"):
    try: print(op, dict(getattr(operator,op)(Counter({1:"a"}),Counter({1:2,3:4}))))
    except TypeError as e: print(e)
    try: print(op, dict(getattr(operator,op)(Counter({1:2}),Counter({1:"a"}))))
    except TypeError as e: print(e)
