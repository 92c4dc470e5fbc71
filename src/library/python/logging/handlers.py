"""Handlers that keep records, hand them on, or change files. Mirrors CPython's Lib/logging/handlers.py, without those that need a
network, a clock's calendar or an operating system."""
import copy
import functools
import logging
import os
import queue
import threading

DEFAULT_TCP_LOGGING_PORT, DEFAULT_UDP_LOGGING_PORT, DEFAULT_HTTP_LOGGING_PORT, DEFAULT_SOAP_LOGGING_PORT = range(9020, 9024)
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514
_LACKING = ("DatagramHandler", "HTTPHandler", "NTEventLogHandler", "SMTPHandler", "SocketHandler", "SysLogHandler",
            "TimedRotatingFileHandler", "WatchedFileHandler")


def __getattr__(name):
    if name in _LACKING:
        raise AttributeError(f"Simul's logging.handlers has no {name}: a page has no network, and its folder is gone when the"
                             " program ends (instead: QueueHandler, MemoryHandler, RotatingFileHandler)")
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


def _guarded(emit):
    """An emit() that leaves its errors to handleError()."""
    @functools.wraps(emit)
    def guarded(self, record):
        try:
            emit(self, record)
        except Exception:
            self.handleError(record)
    return guarded


class BaseRotatingHandler(logging.FileHandler):
    """Asks before each record whether its file is to be put aside."""
    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)

    def rotate(self, source, dest):
        if callable(rotator := self.rotator):
            rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    @_guarded
    def emit(self, record):
        if self.shouldRollover(record):
            self.doRollover()
        logging.FileHandler.emit(self, record)

    def rotation_filename(self, default_name):
        name = self.namer
        return name(default_name) if callable(name) else default_name


class RotatingFileHandler(BaseRotatingHandler):
    """Puts a file aside that has grown to maxBytes: NAME becomes NAME.1, that NAME.2, and so on to the last that is kept."""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        self.maxBytes, self.backupCount = maxBytes, backupCount
        # Beginning anew each time would leave nothing to put aside.
        BaseRotatingHandler.__init__(self, filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        used = self.stream.tell() if self.maxBytes > 0 else 0
        if not used or used + len(self.format(record)) + 1 < self.maxBytes:
            return False
        return os.path.isfile(self.baseFilename) or not os.path.exists(self.baseFilename)

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        if self.backupCount > 0:
            # Each makes room for the one before it; the file itself moves last.
            for n in range(self.backupCount - 1, 0, -1):
                newer, older = [self.rotation_filename(f"{self.baseFilename}.{each}") for each in (n, n + 1)]
                if os.path.exists(newer):
                    _remove(older)
                    os.rename(newer, older)
            first = self.rotation_filename(f"{self.baseFilename}.1")
            _remove(first)
            self.rotate(self.baseFilename, first)
        if not self.delay:
            self.stream = self._open()


def _remove(name):
    if os.path.exists(name):
        os.remove(name)


class BufferingHandler(logging.Handler):
    """Keeps records, up to a number of them."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.buffer, self.capacity = [], capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)

    def flush(self):
        self.buffer.clear()

    def shouldFlush(self, record):
        return self.capacity <= len(self.buffer)


class MemoryHandler(BufferingHandler):
    """Keeps records until there are enough of them or a grave one, and then gives them to its target."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return record.levelno >= self.flushLevel or self.capacity <= len(self.buffer)

    def flush(self):
        if target := self.target:
            for each in self.buffer:
                target.handle(each)
            self.buffer.clear()

    def setTarget(self, target):
        self.target = target

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    """Puts records into a queue, as text: whoever takes them out need not know their arguments."""
    listener = None

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue

    @_guarded
    def emit(self, record):
        self.enqueue(self.prepare(record))

    def prepare(self, record):
        text, made = self.format(record), copy.copy(record)
        made.message = made.msg = text
        made.args = made.exc_info = made.exc_text = made.stack_info = None
        return made

    def enqueue(self, record):
        self.queue.put_nowait(record)


class QueueListener:
    """Gives what comes out of a queue to its handlers, on a thread of its own."""
    _sentinel = _thread = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level

    def start(self):
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def stop(self):
        if thread := self._thread:
            self.enqueue_sentinel()
            thread.join()
            self._thread = None

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def dequeue(self, block):
        return self.queue.get(block)

    def _monitor(self):
        done = getattr(self.queue, "task_done", lambda: None)
        try:
            while (record := self.dequeue(True)) is not self._sentinel:
                self.handle(record)
                done()
            done()
        except queue.Empty:
            pass

    def handle(self, record):
        record = self.prepare(record)
        for each in self.handlers:
            if record.levelno >= each.level or not self.respect_handler_level:
                each.handle(record)

    def prepare(self, record):
        return record
