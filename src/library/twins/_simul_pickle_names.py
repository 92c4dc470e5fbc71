"""What writing and reading pickles share: the errors, and names that Python 2 had elsewhere (CPython's Modules/_pickle.c and
Lib/_compat_pickle.py)."""

_NOTHING = object()

# Names that Python 2 had elsewhere: the protocols below 3 are meant for it.
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "reprlib": "repr", "_thread": "thread",
                "urllib.parse": "urlparse", "collections.abc": "_abcoll", "_functools": "functools", "_pickle": "pickle"}
_OLD_NAMES = {("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"),
              ("_functools", "reduce"): ("__builtin__", "reduce"), ("sys", "intern"): ("__builtin__", "intern"),
              ("builtins", "chr"): ("__builtin__", "unichr"), ("builtins", "str"): ("__builtin__", "unicode"),
              ("builtins", "int"): ("__builtin__", "long"), ("builtins", "zip"): ("itertools", "izip"),
              ("builtins", "map"): ("itertools", "imap"), ("builtins", "filter"): ("itertools", "ifilter"),
              ("itertools", "filterfalse"): ("itertools", "ifilterfalse"), ("itertools", "zip_longest"): ("itertools", "izip_longest"),
              ("collections", "UserDict"): ("UserDict", "IterableUserDict"), ("collections", "UserList"): ("UserList", "UserList"),
              ("collections", "UserString"): ("UserString", "UserString")}
_YOUNG_ERRORS = {"ModuleNotFoundError": "ImportError"} | dict.fromkeys("""BrokenPipeError ChildProcessError ConnectionAbortedError
    ConnectionError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError
    NotADirectoryError PermissionError ProcessLookupError TimeoutError""".split(), "OSError")
_NO_OLD_NAME = ("StopAsyncIteration", "RecursionError", "BlockingIOError", "ResourceWarning", "EncodingWarning",
                "PythonFinalizationError", "ExceptionGroup", "BaseExceptionGroup")


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    __module__ = "_pickle"


class UnpicklingError(PickleError):
    __module__ = "_pickle"


def _old_name(module, name):
    if (module, name) in _OLD_NAMES:
        return _OLD_NAMES[module, name]
    if module == "builtins" and name not in _NO_OLD_NAME:
        import builtins
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, BaseException):
            return "exceptions", _YOUNG_ERRORS.get(name, name)
    return _OLD_MODULES.get(module, module), name


def _young_name(module, name):
    if module == "exceptions":
        return "builtins", name
    for (young_module, young), old in _OLD_NAMES.items():
        if old == (module, name) and young_module[0] != "_":
            return young_module, young
    for young_module, old in _OLD_MODULES.items():
        if old == module and (young_module[0] != "_" or young_module == "_thread"):
            return young_module, name
    return module, name


def _attribute(module, dotted):
    for part in dotted.split("."):
        module = getattr(module, part)
    return module
