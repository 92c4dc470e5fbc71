"""Tests together, with what is done once for a class and a module. Mirrors CPython's Lib/unittest/suite.py."""
import sys
from unittest.case import SkipTest, TestCase, doModuleCleanups
from unittest.util import _class_name


class _ErrorHolder:
    """In a report, where a class or module could not be set up."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def __str__(self):
        return self.description


class _DebugResult:
    """For tests whose exceptions are to go on to whoever runs them."""
    _previousTestClass = None
    _moduleSetUpFailed = shouldStop = False


class TestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def __repr__(self):
        return "<%s tests=%s>" % (_class_name(type(self)), list(self))

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self.run(_DebugResult(), True)

    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        if outermost:
            result._testRunEntered = True
            result._previousTestClass = result._moduleSetUpFailed = None
        for at, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, TestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = type(test)
                if type(test).__dict__.get("_classSetupFailed") or result._moduleSetUpFailed:
                    continue
            test.debug() if debug else test(result)
            if self._cleanup:
                self._removeTestAtIndex(at)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(None, result)
            result._testRunEntered = False
        return result

    def _removeTestAtIndex(self, index):
        """What has run is let go of."""
        test = self._tests[index] if index < len(self._tests) else None
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        if test is not None:
            self._tests[index] = None

    def _guarded(self, result, cls, name, what, cleanups):
        failed = False
        try:
            what()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            failed = True
            self._tell(result, f"{name} ({cls})", error)
        if failed or name.startswith("tearDown"):
            for info in cleanups() or ():
                self._tell(result, f"{name} ({cls})", info[1])
        return failed

    def _tell(self, result, name, error):
        holder = _ErrorHolder(name)
        if isinstance(error, SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))

    def _enter_class(self, test, result):
        cls = type(test)
        if cls is result._previousTestClass or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        cls._classSetupFailed = False
        if hasattr(cls, "setUpClass"):
            cls._classSetupFailed = self._guarded(result, _class_name(cls), "setUpClass", cls.setUpClass, lambda: _cleaned(cls))

    def _leave_class(self, test, result):
        cls = result._previousTestClass
        if cls is None or cls is type(test) or getattr(cls, "_classSetupFailed", False) or getattr(cls, "__unittest_skip__", False):
            return
        if result._moduleSetUpFailed or not hasattr(cls, "tearDownClass"):
            return
        self._guarded(result, _class_name(cls), "tearDownClass", cls.tearDownClass, lambda: _cleaned(cls))

    def _enter_module(self, test, result):
        before = result._previousTestClass
        module = type(test).__module__
        if before is not None and before.__module__ == module:
            return
        self._leave_module(test, result)
        result._moduleSetUpFailed = False
        function = getattr(sys.modules.get(module), "setUpModule", None)
        if function is not None:
            result._moduleSetUpFailed = self._guarded(result, module, "setUpModule", function, doModuleCleanups)

    def _leave_module(self, test, result):
        before = result._previousTestClass
        if before is None or (test is not None and type(test).__module__ == before.__module__) or result._moduleSetUpFailed:
            return
        function = getattr(sys.modules.get(before.__module__), "tearDownModule", None)
        if function is not None:
            self._guarded(result, before.__module__, "tearDownModule", function, doModuleCleanups)
        else:
            doModuleCleanups()


def _cleaned(cls):
    if hasattr(cls, "doClassCleanups"):
        cls.doClassCleanups()
        return cls.tearDown_exceptions
    return ()
