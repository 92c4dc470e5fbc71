# name, path, name_from and msg are fields of an ImportError: not in its __dict__.
import copy
import pickle

e = ImportError("text", name="n", path="p", name_from="f")
print(vars(e), e.name, e.path, e.name_from, e.msg, e)
print(e.__reduce__())
for again in copy.copy(e), pickle.loads(pickle.dumps(e)):
    print(type(again), again.args, vars(again), again, again.name, again.path, again.name_from)
e.msg = "other"
print(e, e.args, e.msg, repr(e))
e.msg = 3
print(e, e.msg)
del e.msg
print(e, e.msg)
del e.name, e.name_from
print(e.name, e.name_from)
print(ImportError("a", "b").msg, ImportError().msg, ImportError(3).msg)

for text in "from math import nonesuch", "import os.nonesuch", "from . import x":
    try:
        exec(text)
    except ImportError as error:
        print(error.name, error.name_from, vars(error), type(error), error)
for text in "from json import nonesuch", "from os import nonesuch", "import nonesuch":
    try:
        exec(text)
    except ImportError as error:
        print(error.name, error.name_from, vars(error), type(error))
