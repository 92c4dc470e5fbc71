"""Logging. Mirrors CPython's Lib/logging/__init__.py: loggers in a tree, handlers on streams, formatters, filters. Threads
give way only where they block, so only what emits records needs a lock."""
import atexit
import sys
import time
import traceback
import warnings
import weakref
from _collections_abc import Mapping as _Mapping
from _thread import RLock
from string import Formatter as StrFormatter, Template

__all__ = ['BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter',
           'Formatter', 'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler',
           'StreamHandler', 'WARN', 'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug',
           'disable', 'error', 'exception', 'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log',
           'makeLogRecord', 'setLoggerClass', 'shutdown', 'warn', 'warning', 'getLogRecordFactory',
           'setLogRecordFactory', 'lastResort', 'raiseExceptions', 'getLevelNamesMapping', 'getHandlerByName',
           'getHandlerNames']

_startTime = time.time_ns()
raiseExceptions = logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True


# ---- levels

NOTSET, DEBUG, INFO, WARNING, ERROR, CRITICAL = range(0, 60, 10)
WARN, FATAL = WARNING, CRITICAL

_nameToLevel = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARN, "WARNING": WARNING, "INFO": INFO,
                "DEBUG": DEBUG, "NOTSET": NOTSET}
_levelToName = {level: name for name, level in _nameToLevel.items() if name not in ("FATAL", "WARN")}


def getLevelNamesMapping():
    return dict(_nameToLevel)


def addLevelName(level, levelName):
    _levelToName[level], _nameToLevel[levelName] = levelName, level


def getLevelName(level):
    """The name of a level, and the level of a name."""
    known = _levelToName.get(level, _nameToLevel.get(level))
    return "Level %s" % level if known is None else known


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    try:
        return _nameToLevel[level]
    except KeyError:
        raise ValueError(f"Unknown level: {level!r}") from None


# ---- what is logged

class LogRecord:
    """One call of a logger: what it said, where and when."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time_ns()
        try:
            file = pathname.rpartition("/")[2]
            module = file.rpartition(".")[0] or file
        except AttributeError:
            file, module = pathname, "Unknown module"
        if args and len(args) == 1 and isinstance(args[0], _Mapping) and args[0]:
            args = args[0]      # for %(name)s in the message
        # In this order they stand in vars(record).
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname, self.filename, self.module = pathname, file, module
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno = lineno
        self.funcName = func
        self.created, self.msecs, self.relativeCreated = now / 1e9, float(now // 10**6 % 1000), (now - _startTime) / 1e6
        if self.msecs == 999.0 and int(self.created) != now // 10**9:    # the float is the next second's
            self.msecs = 0.0
        self.thread, self.threadName = _running_thread()
        self.processName = "MainProcess"
        self.process = 1
        self.taskName = _running_task()

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg!s}">'

    def getMessage(self):
        return str(self.msg) % self.args if self.args else str(self.msg)


def _running_thread():
    threading = sys.modules.get("threading")
    return (None, "MainThread") if threading is None else (threading.get_ident(), threading.current_thread().name)


def _running_task():
    if logAsyncioTasks and (asyncio := sys.modules.get("asyncio")) is not None:
        try:
            return asyncio.current_task().get_name()
        except Exception:
            pass        # no loop, no task, or a task with ideas of its own


_logRecordFactory = LogRecord


def getLogRecordFactory():
    return _logRecordFactory


def setLogRecordFactory(factory):
    global _logRecordFactory
    _logRecordFactory = factory


def makeLogRecord(dict):
    """A record with the attributes that dict holds, as one that came from elsewhere."""
    made = _logRecordFactory(None, None, "", 0, "", (), None, None)
    vars(made).update(dict)
    return made


# ---- formatters

class PercentStyle:
    """How a format is read and filled. The two others differ in what they look for and in how they fill it."""
    default_format, asctime_format, asctime_search = "%(message)s", "%(asctime)s", "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        for each in self._fmt.split('%(')[1:]:    # a name, flags, a width, a precision, a letter
            name, _, rest = each.partition(')')
            rest = rest.lstrip('#0+ -').lstrip('0123456789*')
            rest = rest[1:].lstrip('0123456789*') if rest[:1] == '.' else rest
            if name.replace('_', 'a').isalnum() and rest and rest[0].lower() in 'diouxefgcrsa%':
                return
        raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def format(self, record):
        values = vars(record)
        try:
            return self._fill({**self._defaults, **values} if self._defaults else values)
        except KeyError as missing:
            raise ValueError(f"Formatting field not found in record: {missing}")

    def _fill(self, values):
        return self._fmt % values


class StrFormatStyle(PercentStyle):
    default_format, asctime_format, asctime_search = "{message}", "{asctime}", "{asctime"

    def _fill(self, values):
        return self._fmt.format(**values)

    def validate(self):
        try:
            named = 0
            for _, field, _, conversion in StrFormatter().parse(self._fmt):
                if field:
                    if not field.translate(dict.fromkeys(map(ord, ".[]_"))).isalnum():
                        raise ValueError(f"invalid field name/expression: {field!r}")
                    named += 1
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
        except ValueError as wrong:
            raise ValueError(f"invalid format: {wrong}")
        if not named:
            raise ValueError("invalid format: no fields")


class StringTemplateStyle(PercentStyle):
    default_format, asctime_format, asctime_search = "${message}", "${asctime}", "${asctime}"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return "$asctime" in self._fmt or super().usesTime()

    def _fill(self, values):
        return self._tpl.substitute(**values)

    def validate(self):
        wrong = "bare '$' not allowed" if not self._tpl.is_valid() else "no fields" if not self._tpl.get_identifiers() else None
        if wrong:
            raise ValueError("invalid format: " + wrong)


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {"%": (PercentStyle, BASIC_FORMAT), "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
           "$": (StringTemplateStyle, "${levelname}:${name}:${message}")}


def _style(sign):
    """The class and the basic format that go with a sign."""
    if sign not in _STYLES:
        raise ValueError("Style must be one of: " + ",".join(_STYLES))
    return _STYLES[sign]


class Formatter:
    """Makes a record a text."""
    converter = time.localtime
    default_time_format, default_msec_format = "%Y-%m-%d %H:%M:%S", "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        self._style = _style(style)[0](fmt, defaults=defaults)
        self._fmt, self.datefmt = self._style._fmt, datefmt
        if validate:
            self._style.validate()

    def usesTime(self):
        return self._style.usesTime()

    def formatTime(self, record, datefmt=None):
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        seconds, with_msecs = time.strftime(self.default_time_format, moment), self.default_msec_format
        return with_msecs % (seconds, record.msecs) if with_msecs else seconds

    def formatMessage(self, record):
        return self._style.format(record)

    def formatException(self, ei):
        return traceback._text(*ei).removesuffix("\n")

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)     # kept for the next handler
        if record.exc_text:
            text = _with_lines(text, record.exc_text)
        if record.stack_info:
            text = _with_lines(text, self.formatStack(record.stack_info))
        return text


def _with_lines(text, more):
    return text + more if text[-1:] == "\n" else f"{text}\n{more}"


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes several records one text."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def format(self, records):
        if not records:
            return ""
        parts = [self.formatHeader(records), *map(self.linefmt.format, records), self.formatFooter(records)]
        return "".join(parts)

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""


# ---- filters

class Filter:
    """Lets through what a logger and those below it log."""

    def __init__(self, name=''):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        return not self.nlen or record.name == self.name or record.name.startswith(self.name + ".")


def _join(members, one):
    if one not in members:
        members.append(one)


def _leave(members, one):
    if one in members:
        members.remove(one)


class Filterer:
    """What has filters: loggers and handlers."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        _join(self.filters, filter)

    def removeFilter(self, filter):
        _leave(self.filters, filter)

    def filter(self, record):
        """The record that is to go on, or False."""
        for each in self.filters:
            answer = getattr(each, "filter", each)(record)
            if not answer:
                return False
            if isinstance(answer, LogRecord):
                record = answer
        return record


# ---- handlers

_handlers = {}
_handlerList = []       # weak references, oldest first


def getHandlerByName(name):
    return _handlers.get(name)


def getHandlerNames():
    return frozenset(_handlers)


def _shown(thing, place, level):
    return f"<{type(thing).__name__} {place}({getLevelName(level)})>"


class Handler(Filterer):
    """Where records go."""
    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level, self.formatter = _checkLevel(level), None
        self.createLock()
        self._name, self._closed = None, False
        _handlerList.append(weakref.ref(self, lambda gone: _leave(_handlerList, gone)))

    def __repr__(self):
        return _shown(self, "", self.level)

    def get_name(self):
        return self._name

    def set_name(self, name):
        _handlers.pop(self._name, None)
        self._name = name
        if name:
            _handlers[name] = self

    name = property(get_name, set_name)

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _defaultFormatter).format(record)

    def handle(self, record):
        answer = self.filter(record)
        if answer:
            with self.lock:
                self.emit(answer if isinstance(answer, LogRecord) else record)
        return answer

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def createLock(self):
        self.lock = RLock()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def close(self):
        self._closed = True
        if self._name:
            _handlers.pop(self._name, None)

    def handleError(self, record):
        """Tells what emit() has just failed with, and who logged it."""
        file = sys.stderr
        if not raiseExceptions or not file:
            return
        file.write("--- Logging error ---\n")
        traceback.print_exception(sys.exception(), file=file)
        file.write("Call stack:\n")
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename.startswith("/usr/lib/python3.13/logging"):
            frame = frame.f_back
        if frame is not None:
            traceback.print_stack(frame, file=file)
        try:
            said = f"Message: {record.msg!r}\nArguments: {record.args}\n"
        except RecursionError:
            raise
        except Exception:
            said = ("Unable to print the message and arguments - possible formatting error.\n"
                    "Use the traceback above to help find the error.\n")
        file.write(said)


class StreamHandler(Handler):
    """Writes lines to a stream."""
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return _shown(self, name and name + " ", self.level)

    def emit(self, record):
        try:
            line = self.format(record) + self.terminator
            self.stream.write(line)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def flush(self):
        flush = self.stream and getattr(self.stream, "flush", None)
        if flush:
            flush()

    def setStream(self, stream):
        """The stream of before, unless it is the same."""
        before = self.stream
        if stream is not before:
            self.flush()
            self.stream = stream
            return before


class FileHandler(StreamHandler):
    """Writes lines to a file, which with delay is opened by the first of them."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        import os
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        self._builtin_open = open       # at the program's end the name may be gone
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            StreamHandler.__init__(self, self._open())

    def __repr__(self):
        return _shown(self, self.baseFilename + " ", self.level)

    def _open(self):
        return self._builtin_open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        # A closed one that writes from the beginning would wipe out what it has written.
        if self.stream is None and not (self._closed and self.mode == "w"):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def close(self):
        try:
            if stream := self.stream:
                try:
                    self.flush()
                finally:
                    self.stream = None
                    stream.close()
        finally:
            StreamHandler.close(self)


class _StderrHandler(StreamHandler):
    """To what sys.stderr is at that moment."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    stream = property(lambda self: sys.stderr)


class NullHandler(Handler):
    """Takes everything and does nothing."""

    def createLock(self):
        self.lock = None

    def emit(self, record):
        pass

    def handle(self, record):
        pass


lastResort = _defaultLastResort = _StderrHandler(WARNING)


# ---- the tree of loggers

class PlaceHolder:
    """Stands where a logger may come: one of whom only children are known."""

    def __init__(self, alogger):
        self.loggerMap = {}
        self.append(alogger)

    def append(self, alogger):
        self.loggerMap[alogger] = None


class Manager:
    """Knows the loggers by name, and makes them."""
    loggerClass = logRecordFactory = None
    emittedNoHandlerWarning = False

    def __init__(self, rootnode):
        self.root, self.loggerDict, self._disable = rootnode, {}, NOTSET

    @property
    def disable(self):
        """The level up to which nobody logs."""
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError('A logger name must be a string')
        found = self.loggerDict.get(name)
        if isinstance(found, Logger):
            return found
        made = (self.loggerClass or _loggerClass)(name)
        made.manager = self
        self.loggerDict[name] = made
        if found is not None:
            for child in found.loggerMap:
                if child.parent.name[:len(name)] != name:
                    made.parent = child.parent
                    child.parent = made
        parent, head = None, name
        while parent is None and '.' in head:
            head = head.rpartition('.')[0]
            each = self.loggerDict.get(head)
            if each is None:
                self.loggerDict[head] = PlaceHolder(made)
            elif isinstance(each, Logger):
                parent = each
            else:
                each.append(made)
        made.parent = parent or self.root
        return made

    def setLoggerClass(self, klass):
        self.loggerClass = _checked_class(klass)

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory

    def _loggers(self):
        return [each for each in self.loggerDict.values() if isinstance(each, Logger)]

    def _clear_cache(self):
        for each in [self.root, *self._loggers()]:
            each._cache.clear()


def _by_level(make, owner=""):
    """What make(level, name) gives for debug, info, warning, error and critical, each under its name."""
    for level in (DEBUG, INFO, WARNING, ERROR, CRITICAL):
        name = _levelToName[level].lower()
        function = make(level, name)
        function.__name__, function.__qualname__ = name, owner + name
        yield function


def _of_logger(level, name):
    def method(self, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)
    return method


class Logger(Filterer):
    """Takes what a part of the program says, and gives it to its handlers and those above it."""

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name, self.level, self.disabled = name, _checkLevel(level), False
        self.parent, self.propagate = None, True
        self.handlers = []
        self._cache = {}        # level -> is it enabled

    def __repr__(self):
        return _shown(self, f"{self.name} ", self.getEffectiveLevel())

    # What programs say.

    debug, info, warning, error, critical = _by_level(_of_logger, "Logger.")

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if isinstance(level, int):
            if self.isEnabledFor(level):
                self._log(level, msg, args, **kwargs)
        elif raiseExceptions:
            raise TypeError("level must be an integer")

    # From what is said to a record, and on to the handlers.

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        file, line, function, stack = self.findCaller(stack_info, stacklevel)
        if isinstance(exc_info, BaseException):
            exc_info = type(exc_info), exc_info, exc_info.__traceback__
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, file, line, msg, args, exc_info, function, extra, stack))

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line, function and, if wanted, stack of who called the logger."""
        frame = sys._getframe(1)
        while frame is not None and frame.f_globals.get('__name__') == __name__:
            frame = frame.f_back
        if frame is None:
            return "(unknown file)", 0, "(unknown function)", None
        for _ in range(stacklevel - 1):
            frame = frame.f_back or frame
        stack = None
        if stack_info:
            stack = "Stack (most recent call last):\n" + "".join(traceback.format_stack(frame)).rstrip("\n")
        code = frame.f_code
        return code.co_filename, frame.f_lineno, code.co_name, stack

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        made = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            attributes = vars(made)
            for key in extra:
                if key in attributes or key in ("message", "asctime"):
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                attributes[key] = extra[key]
        return made

    def handle(self, record):
        answer = not self.disabled and self.filter(record)
        if answer:
            self.callHandlers(answer if isinstance(answer, LogRecord) else record)

    def callHandlers(self, record):
        level, found, each = record.levelno, False, self
        while each:
            for handler in each.handlers:
                found = True
                if level >= handler.level:
                    handler.handle(record)
            each = each.parent if each.propagate else None
        if found:
            return
        if lastResort:
            if level >= lastResort.level:
                lastResort.handle(record)
        elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
            self.manager.emittedNoHandlerWarning = True
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')

    def addHandler(self, hdlr):
        _join(self.handlers, hdlr)

    def removeHandler(self, hdlr):
        _leave(self.handlers, hdlr)

    def hasHandlers(self):
        each = self
        while each and not each.handlers:
            each = each.parent if each.propagate else None
        return bool(each)

    # Levels and relatives.

    def setLevel(self, level):
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    def getEffectiveLevel(self):
        """Its own level, or that of the nearest above it that has one."""
        each = self
        while each and not each.level:
            each = each.parent
        return each.level if each else NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        known = self._cache.get(level)
        if known is None:
            known = self._cache[level] = self.manager.disable < level >= self.getEffectiveLevel()
        return known

    def getChild(self, suffix):
        return self.manager.getLogger(suffix if self is self.root else f"{self.name}.{suffix}")

    def getChildren(self):
        """Those right below; not those whose own parent has no logger yet."""
        dots = -1 if self is self.root else self.name.count(".")
        return {each for each in self.manager._loggers() if each.parent is self and each.name.count(".") == dots + 1}


class RootLogger(Logger):
    """The one above all."""

    def __init__(self, level):
        Logger.__init__(self, "root", level)


_loggerClass = Logger


def getLoggerClass():
    return _loggerClass


def setLoggerClass(klass):
    global _loggerClass
    _loggerClass = _checked_class(klass)


def _checked_class(klass):
    if issubclass(klass, Logger):
        return klass
    raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")


root = Logger.root = RootLogger(WARNING)
Logger.manager = Manager(root)


def getLogger(name=None):
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def _of_adapter(level, name):
    def method(self, msg, *args, **kwargs):
        self.log(level, msg, *args, **kwargs)
    return method


class LoggerAdapter:
    """A logger with something to add to whatever is said to it."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def __repr__(self):
        return _shown(self, f"{self.logger.name} ", self.logger.getEffectiveLevel())

    name = property(lambda self: self.logger.name)

    @property
    def manager(self):
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    def process(self, msg, kwargs):
        added = self.extra
        if self.merge_extra and "extra" in kwargs:
            added = {**added, **kwargs["extra"]}
        kwargs["extra"] = added
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            said, more = self.process(msg, kwargs)
            self.logger.log(level, said, *args, **more)

    debug, info, warning, error, critical = _by_level(_of_adapter, "LoggerAdapter.")

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def setLevel(self, level):
        self.logger.setLevel(level)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)


# ---- the root's own functions

def basicConfig(**kwargs):
    """Gives the root a handler, or those that are listed, if it has none yet (or with force)."""
    take = kwargs.pop
    force, encoding, errors = take("force", False), take("encoding", None), take("errors", "backslashreplace")
    if force:
        for each in list(root.handlers):
            root.removeHandler(each)
            each.close()
    if root.handlers:
        return
    handlers, places = take("handlers", None), kwargs.keys() & {"stream", "filename"}
    if handlers is None:
        if len(places) == 2:
            raise ValueError("'stream' and 'filename' should not be specified together")
        file, mode = take("filename", None), take("filemode", "a")
        if file:
            handlers = [FileHandler(file, mode, encoding=encoding, errors=None if "b" in mode else errors)]
        else:
            handlers = [StreamHandler(take("stream", None))]
    elif places:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    datefmt, style = take("datefmt", None), take("style", "%")
    formatter = Formatter(take("format", _style(style)[1]), datefmt, style)
    for each in handlers:
        if each.formatter is None:
            each.setFormatter(formatter)
        root.addHandler(each)
    level = take("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError("Unrecognised argument(s): " + ", ".join(kwargs))


def _ready():
    if not root.handlers:
        basicConfig()


def _of_root(level, name):
    def function(msg, *args, **kwargs):
        _ready()
        getattr(root, name)(msg, *args, **kwargs)
    return function


debug, info, warning, error, critical = _by_level(_of_root)


def log(level, msg, *args, **kwargs):
    _ready()
    root.log(level, msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def disable(level=CRITICAL):
    manager = root.manager
    manager.disable = level
    manager._clear_cache()


# How a message of the loop begins, and where CPython 3.13's asyncio says it.
_ASYNCIO_PLACES = (("Using selector: ", "selector_events", 64, "__init__"), ("Executing ", "base_events", 2037, "_run_once"),
                   ("Close ", "base_events", 748, "close"), ("", "base_events", 1871, "default_exception_handler"))


def _asyncio(level, message, exception, where=None, args=()):
    """What the loop has to say; it calls this once logging is there. `where`: in which file, line and function of CPython's."""
    logger = getLogger("asyncio")
    if logger.isEnabledFor(level):
        exc_info = exception
        if isinstance(exception, BaseException):
            exc_info = (type(exception), exception, exception.__traceback__)
        if where is None:
            where = next(where for begin, *where in _ASYNCIO_PLACES if message.startswith(begin))
        file, line, function = where
        logger.handle(logger.makeRecord("asyncio", level, f"/usr/lib/python3.13/asyncio/{file}.py", line, message, args, exc_info,
                                        function))


_warnings_showwarning = None        # what showed warnings before they were captured


def captureWarnings(capture):
    """Lets the logger py.warnings say what is warned of, or no longer."""
    global _warnings_showwarning
    if capture and _warnings_showwarning is None:
        _warnings_showwarning, warnings.showwarning = warnings.showwarning, _showwarning
    elif not capture and _warnings_showwarning is not None:
        warnings.showwarning, _warnings_showwarning = _warnings_showwarning, None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        logger = getLogger("py.warnings")
        if not logger.handlers:
            logger.addHandler(NullHandler())
        logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))
    elif _warnings_showwarning is not None:
        _warnings_showwarning(message, category, filename, lineno, file, line)


@atexit.register
def shutdown(handlerList=_handlerList):
    """Flushes and closes the handlers, the youngest first."""
    for handler in [each() for each in reversed(handlerList)]:
        if handler is not None:
            try:
                try:
                    handler.acquire()
                    if getattr(handler, "flushOnClose", True):
                        handler.flush()
                    handler.close()
                except (OSError, ValueError):
                    pass        # its file was closed before
                finally:
                    handler.release()
            except:
                if raiseExceptions:
                    raise
