# What was warned of is kept in the names of the module that was warned, by text, category and line, until the filters change.
import asyncio
async def c(): pass
def f():
    c()
f(); f()
for _ in range(2): c()
print([n for n in dir() if 'warn' in n], __warningregistry__)
import warnings
f()
warnings.warn("a"); 
for _ in range(3): warnings.warn("loop")
print(__warningregistry__)
with warnings.catch_warnings():
    warnings.simplefilter("once")
    for _ in range(3): warnings.warn("once")
    warnings.warn("once")
    for _ in range(3): c()
print(len(__warningregistry__))
with warnings.catch_warnings():
    warnings.simplefilter("module")
    for _ in range(3): warnings.warn("mod")
    warnings.warn("mod")
print(__warningregistry__)
warnings.warn_explicit("e", UserWarning, "x.py", 3); warnings.warn_explicit("e", UserWarning, "x.py", 3)
r = {}
warnings.warn_explicit("e", UserWarning, "x.py", 3, registry=r); warnings.warn_explicit("e", UserWarning, "x.py", 3, registry=r); print(r)
try: warnings.warn_explicit("e", UserWarning, "x.py", 3, registry=4)
except TypeError as e: print(e)
warnings.simplefilter("always")
for _ in range(2): warnings.warn("al")
print(len(__warningregistry__))
exec("import warnings\nwarnings.warn('in exec')\nprint(sorted(__warningregistry__, key=str))", {"__name__": "other"})
warnings.resetwarnings()
for _ in range(2): warnings.warn("dep", DeprecationWarning)
with warnings.catch_warnings(record=True) as w:
    warnings.warn("rec", source=[1]); warnings.warn("rec2", stacklevel=5)
print([(str(x.message), x.category, x.source, x.lineno) for x in w])
warnings.warn("with source", ResourceWarning, source=3)
