"""What came of the tests. Mirrors CPython's Lib/unittest/result.py."""
import io
import traceback
from unittest.util import _class_name


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped, self.expectedFailures = [], [], [], []
        self.unexpectedSuccesses, self.collectedDurations = [], []
        self.testsRun = 0
        self.shouldStop = self.buffer = self.tb_locals = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _failed(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._failed()
        self.errors.append((test, self._exc_info_to_string(err, test)))

    def addFailure(self, test, err):
        self._failed()
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._failed()
            kind = self.failures if issubclass(err[0], test.failureException) else self.errors
            kind.append((subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self._failed()
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        out = io.StringIO()
        traceback.print_exception(err[1], file=out)
        return out.getvalue()

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (_class_name(type(self)), self.testsRun, len(self.errors), len(self.failures))
