"""Warnings. Mirrors CPython's Lib/warnings.py: the default filters, catch_warnings, warn with its stack level."""
import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
           "resetwarnings", "catch_warnings", "deprecated"]

filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = "default"
onceregistry = {}
_filters_version = 0


class WarningMessage:
    """A warning as catch_warnings(record=True) keeps it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self._category_name = message, category, category.__name__ if category else None
        self.filename, self.lineno, self.file, self.line, self.source = filename, lineno, file, line, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def _source_line(filename, lineno):
    if (filename, lineno) == _STEP:
        return _STEP_LINE
    if (filename, lineno) in _LINES:
        return _LINES[filename, lineno]
    import linecache
    return linecache.getline(filename, lineno).strip()


def formatwarning(message, category, filename, lineno, line=None):
    if line is None:
        line = _source_line(filename, lineno)
    return f"{filename}:{lineno}: {category.__name__}: {message}\n" + (f"  {line.strip()}\n" if line else "")


def showwarning(message, category, filename, lineno, file=None, line=None):
    if _log is not None:
        _log.append(WarningMessage(message, category, filename, lineno, file, line))
    elif (file := file or sys.stderr) is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_showwarning_orig = showwarning


# ---- filters: (action, message's pattern, category, module's pattern or name, line or 0), the first that fits decides

def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check(action)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if message or module:
        import re
    _insert(action, re.compile(message, re.I) if message else None, category, re.compile(module) if module else None, lineno,
            append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    _insert(action, None, category, None, lineno, append)


def _check(action):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")


def _insert(action, message, category, module, lineno, append):
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    item = action, message, category, module, lineno
    known = item in filters
    if append and not known:
        filters.append(item)
    elif not append:
        if known:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def _filters_mutated():
    global _filters_version
    _filters_version += 1


def resetwarnings():
    filters.clear()
    _filters_mutated()


def _action(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if (line in (0, lineno) and issubclass(category, kind) and (message is None or message.match(text))
                and (where is None or (where == module if isinstance(where, str) else where.match(module)))):
            return action
    return defaultaction


# ---- warning

_STEP = "/usr/lib/python3.13/asyncio/events.py", 89      # what runs every callback of a loop, and so a task's step
_STEP_LINE = "self._context.run(self._callback, *self._args)"


def _in_step(stacklevel):
    """Is that the frame that called the outermost one of a task's step?"""
    asyncio = sys.modules.get("asyncio")
    if asyncio is None or asyncio._get_running_loop() is None:
        return False
    try:
        return sys._getframe(stacklevel) is not None
    except ValueError:
        return False


def _outside(prefixes, stacklevel):
    """The frame at that level above warn()'s caller, where files with such names do not count (a whole name is no prefix)."""
    for each in prefixes:
        if not isinstance(each, str):
            raise TypeError(f"Found non-str '{type(each).__name__}' in skip_file_prefixes.")
    depth = 2
    for _ in range(max(stacklevel, 2) - 1):
        depth += 1
        while sys._getframe(depth).f_code.co_filename[:-1].startswith(prefixes):
            depth += 1
    return sys._getframe(depth)


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    kind = type(message) if isinstance(message, Warning) else UserWarning if category is None else category
    if not (isinstance(kind, type) and issubclass(kind, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(kind).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {type(skip_file_prefixes).__name__}")
    try:
        depth = max(stacklevel, 1) if isinstance(stacklevel, int) else stacklevel
        frame = _outside(skip_file_prefixes, stacklevel) if skip_file_prefixes else sys._getframe(depth)
    except ValueError:
        place = (*_STEP, "asyncio.events") if _in_step(stacklevel) else ("<sys>", 0, "sys")
        registry = _registry_of(place[2])
    else:
        place = frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get('__name__', '<string>')
        registry = frame.f_globals.setdefault("__warningregistry__", {})
    warn_explicit(message, kind, *place, registry, source=source)


_REGISTRIES = {}    # of modules that are no text here


def _registry_of(module):
    if module in ("__main__", "sys") and module in sys.modules:
        return vars(sys.modules[module]).setdefault("__warningregistry__", {})
    return _REGISTRIES.setdefault(module, {})


def _is_known(registry, key, remember):
    """Was it said before, by these filters?"""
    if registry.get("version") != _filters_version:
        registry.clear()
        registry["version"] = _filters_version
    elif registry.get(key):
        return True
    if remember:
        registry[key] = True
    return False


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry is not None and _is_known(registry, key, False):
        return
    action = _action(text, category, filename.removesuffix(".py") if module is None else module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        if registry is not None:
            registry[key] = True
        if action == "once" and _is_known(onceregistry if registry is None else registry, (text, category), True):
            return
        if action == "module" and registry is not None and _is_known(registry, (text, category), True):
            return
    if showwarning is not _showwarning_orig:
        showwarning(message, category, filename, lineno)
    elif _log is not None:
        _log.append(WarningMessage(message, category, filename, lineno, source=source))
    else:
        showwarning(message, category, filename, lineno)
        if source is not None and sys.stderr is not None:
            sys.stderr.write(f"{category.__name__}: Enable tracemalloc to get the object allocation traceback\n")


def _warn_from_machine(message, category, filename, lineno, source, of_module):
    """What CPython's own C code warns of, at a place that it names itself."""
    if filename == "<sys>":
        module = "sys"
    elif filename.startswith("/usr/lib/python3.13/"):
        module = filename[20:-3].replace("/", ".")
        _LINES[filename, lineno] = source
    else:
        module = of_module or "__main__"
    warn_explicit(message, category, filename, lineno, module, _registry_of(module), source=_Unseen if "was never awaited" in message else None)


class _Unseen:
    """Stands for an object that is gone."""


_LINES = {}
_log = None


class catch_warnings:
    """What is changed within it is as before behind it; with record, warnings go into a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._entered = record, False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return f"{type(self).__name__}({'record=True' if self._record else ''})"

    def __enter__(self):
        global _log, showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered, self._kept = True, (filters[:], _log, showwarning)
        _filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _log, showwarning = [], _showwarning_orig
            return _log

    def __exit__(self, *exc_info):
        global _log, showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], _log, showwarning = self._kept
        _filters_mutated()


class deprecated:
    """Marks a class or function as one that is not to be used any more, and lets it warn whoever uses it."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        import functools
        import inspect
        message, category, level = self.message, self.category, self.stacklevel + 1

        def warning(function):
            @functools.wraps(function)
            def wrapper(*args, **kwargs):
                warn(message, category, level)
                return function(*args, **kwargs)
            wrapper.__deprecated__ = message
            return wrapper

        if category is None:
            made = arg
        elif isinstance(arg, type):
            make, hook, made = arg.__new__, arg.__init_subclass__, arg

            @functools.wraps(make)
            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category, level)
                if make is not object.__new__:
                    return make(cls, *args, **kwargs)
                if (args or kwargs) and cls.__init__ is object.__init__:
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return make(cls)
            __new__.__deprecated__ = message
            arg.__new__ = staticmethod(__new__)
            arg.__init_subclass__ = classmethod(warning(hook.__func__)) if inspect.ismethod(hook) else warning(hook)
        elif callable(arg):
            made = warning(arg)
            if inspect.iscoroutinefunction(arg):
                made = inspect.markcoroutinefunction(made)
        else:
            raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable,"
                            f" not {arg!r}")
        arg.__deprecated__ = message
        return made
