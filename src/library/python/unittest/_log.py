"""assertLogs() and assertNoLogs(). Mirrors CPython's Lib/unittest/_log.py, whose frames reports do show."""
import collections
import logging

_Watched = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _AssertLogsContext:
    def __init__(self, case, logger, level, none):
        self.case, self.logger_name, self.none = case, logger, none
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO

    def __enter__(self):
        self.logger = logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        self.watcher = watcher = _Watched([], [])

        class Capturing(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))
        handler = Capturing()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.kept = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.none else watcher

    def __exit__(self, kind, error, tb):
        self.logger.handlers, level, self.logger.propagate = self.kept
        self.logger.setLevel(level)
        if kind is not None:
            return False
        name = logging.getLevelName(self.level)
        if self.none and self.watcher.records:
            raise self.case.failureException(self.case._formatMessage(None, f"Unexpected logs found: {self.watcher.output!r}"))
        if not self.none and not self.watcher.records:
            raise self.case.failureException(
                self.case._formatMessage(None, f"no logs of level {name} or higher triggered on {self.logger.name}"))
