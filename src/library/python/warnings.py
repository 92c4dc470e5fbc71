"""Warnings. Mirrors CPython's Lib/warnings.py: the default filters, catch_warnings, warn with its stack level."""
import sys
import types

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
           "resetwarnings", "catch_warnings", "deprecated"]

filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = "default"
onceregistry = {}
_seen = {}
_lines = None


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ("{message : %r, category : %r, filename : %r, lineno : %s, line : %r}"
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


def _source_line(filename, lineno):
    if (filename, lineno) == _STEP:
        return _STEP_LINE
    if (filename, lineno) in _LINES:
        return _LINES[filename, lineno]
    import linecache
    return linecache.getline(filename, lineno).strip()


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = _source_line(filename, lineno)
    if line:
        text += "  %s\n" % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    if _log is not None:
        _log.append(WarningMessage(message, category, filename, lineno, file, line))
        return
    file = file or sys.stderr
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_showwarning_orig = showwarning


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in {"error", "ignore", "always", "default", "module", "once", "all"}:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    pattern = None
    if message or module:
        import re
        pattern = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _insert((action, pattern, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in {"error", "ignore", "always", "default", "module", "once", "all"}:
        raise ValueError(f"invalid action: {action!r}")
    _insert((action, None, category, None, lineno), append)


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _seen.clear()


def resetwarnings():
    filters[:] = []
    _seen.clear()


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


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
    try:
        frame = sys._getframe(stacklevel)
    except ValueError:
        if _in_step(stacklevel):
            warn_explicit(message, category, *_STEP, "asyncio.events")
        else:
            warn_explicit(message, category, "<sys>", 0, "sys", {})
        return
    space = frame.f_globals
    warn_explicit(message, category, frame.f_code.co_filename, frame.f_lineno, space.get('__name__', '<string>'))


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename[-3:].lower() == ".py" else filename
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, filename, lineno)
    if key in _seen:
        return
    for action, msg, cat, mod, ln in filters:
        if ((msg is None or msg.match(text)) and issubclass(category, cat)
                and (mod is None or (mod == module if isinstance(mod, str) else mod.match(module)))
                and (ln == 0 or lineno == ln)):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        if (text, category) in onceregistry:
            return
        onceregistry[(text, category)] = 1
    elif action == "module":
        if (text, category, filename, 0) in _seen:
            return
        _seen[(text, category, filename, 0)] = 1
    elif action in ("always", "all"):
        pass
    else:
        _seen[key] = 1
    if _log is not None and showwarning is _showwarning_orig:
        _log.append(WarningMessage(message, category, filename, lineno, source=source))
    else:
        showwarning(message, category, filename, lineno)
        if source is _Unseen and showwarning is _showwarning_orig and sys.stderr is not None:
            sys.stderr.write(f"{category.__name__}: Enable tracemalloc to get the object allocation traceback\n")


def _warn_from_machine(message, category, filename, lineno, source):
    """What CPython's own C code warns of, at a place that it names itself."""
    if filename == "<sys>":
        module = "sys"
    elif filename.startswith("/usr/lib/python3.13/"):
        module = filename[20:-3].replace("/", ".")
        _LINES[filename, lineno] = source
    else:
        module = "__main__"
    warn_explicit(message, category, filename, lineno, module, source=_Unseen if "was never awaited" in message else None)


class _Unseen:
    """Stands for an object that is gone."""


_LINES = {}
_log = None


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        global _log
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._kept = filters[:], _log, globals()["showwarning"]
        _seen.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _log = []
            globals()["showwarning"] = _showwarning_orig
            return _log
        return None

    def __exit__(self, *exc_info):
        global _log
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters[:], _log, globals()["showwarning"] = self._kept
        _seen.clear()


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        msg, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = msg
            return arg
        if isinstance(arg, type):
            original_new = arg.__new__

            @functools.wraps(original_new)
            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(msg, category=category, stacklevel=stacklevel + 1)
                if original_new is not object.__new__:
                    return original_new(cls, *args, **kwargs)
                return original_new(cls)
            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = msg
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(msg, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = msg
        return wrapper
