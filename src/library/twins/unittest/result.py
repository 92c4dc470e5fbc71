"""What came of the tests. Mirrors CPython's Lib/unittest/result.py."""
import io
import sys
import traceback
from unittest.util import _class_name


class TestResult:
    _previousTestClass = None
    _testRunEntered = _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped, self.expectedFailures = [], [], [], []
        self.unexpectedSuccesses, self.collectedDurations = [], []
        self.testsRun = 0
        self.shouldStop = self.buffer = self.tb_locals = False
        self._kept = None    # with buffer: what sys.stdout and sys.stderr were before the test
        self._mirrorOutput = False

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if self.buffer and self._kept is None:
            self._kept = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def _restoreStdout(self):
        if self._kept is None:
            return
        texts = self._printed()
        (sys.stdout, sys.stderr), self._kept = self._kept, None
        if self._mirrorOutput:
            for stream, text in zip((sys.stdout, sys.stderr), texts):
                stream.write(text)

    def _printed(self):
        """What the test wrote into either stream, under a heading, '' for nothing."""
        shown = []
        for heading, stream in (("Stdout", sys.stdout), ("Stderr", sys.stderr)):
            text = stream.getvalue()
            shown.append(f"\n{heading}:\n{text}" + ("" if text.endswith("\n") else "\n") if text else "")
        return shown

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _failed(self):
        if self.failfast:
            self.stop()

    def _told_of(self, what, err, test, kind):
        self._failed()
        kind.append((what, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addError(self, test, err):
        self._told_of(test, err, test, self.errors)

    def addFailure(self, test, err):
        self._told_of(test, err, test, self.failures)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._told_of(subtest, err, test, self.failures if issubclass(err[0], test.failureException) else self.errors)

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
        if self.tb_locals:
            out.writelines(traceback.TracebackException(*err, capture_locals=True, compact=True).format())
        else:
            traceback.print_exception(err[1], file=out)    # which shows the loop's frames too
        return out.getvalue() + "".join(self._printed() if self._kept is not None else ())

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (_class_name(type(self)), self.testsRun, len(self.errors), len(self.failures))
