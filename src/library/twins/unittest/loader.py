"""Tests found by their names. Mirrors CPython's Lib/unittest/loader.py."""
import fnmatch
import functools
import traceback
import types
from unittest.async_case import IsolatedAsyncioTestCase
from unittest.case import FunctionTestCase, TestCase
from unittest.suite import TestSuite
from unittest.util import three_way_cmp


class _FailedTest(TestCase):
    """Stands for what was not found, and says so when it is run."""
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError("'super' object has no attribute '__getattr__'")

        def testFailure():
            raise self._exception
        return testFailure


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(three_way_cmp)
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        def fits(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return self.testNamePatterns is None or any(fnmatch.fnmatchcase(full, each) for each in self.testNamePatterns)
        names = list(filter(fits, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (TestCase, FunctionTestCase):
            return self.suiteClass([])
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            each = getattr(module, name)
            if isinstance(each, type) and issubclass(each, TestCase) and each not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase):
                tests.append(self.loadTestsFromTestCase(each))
        tests = self.suiteClass(tests)
        own = getattr(module, "load_tests", None)
        if own is None:
            return tests
        try:
            return own(self, tests, pattern)
        except Exception as error:
            return self._failed(module.__name__, error, "Failed to call load_tests:\n%s" % traceback.format_exc())

    def _failed(self, name, error, message):
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, error),))

    def loadTestsFromName(self, name, module=None):
        parts, found = name.split("."), module
        unknown = None    # the name behind what could be imported, and the error
        if module is None:
            for count in range(len(parts), 0, -1):
                try:
                    found = __import__(".".join(parts[:count]))
                    break
                except ImportError:
                    message = "Failed to import test module: %s\n%s" % (parts[count - 1], traceback.format_exc())
                    unknown = parts[count - 1], ImportError(message), message
            else:
                return self._failed(*unknown)
            del parts[0]
        parent = None
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                if unknown is not None and getattr(found, "__path__", None) is not None:
                    return self._failed(*unknown)
                return self._failed(part, error, "Failed to access attribute:\n%s" % traceback.format_exc())
        if isinstance(found, types.ModuleType):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, TestCase) and found not in (TestCase, FunctionTestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, types.FunctionType) and isinstance(parent, type) and issubclass(parent, TestCase):
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):    # not a static method
                return self.suiteClass([test])
        if isinstance(found, TestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, TestSuite):
                return test
            if isinstance(test, TestCase):
                return self.suiteClass([test])
            raise TypeError("calling %s returned %s, not a test" % (found, test))
        raise TypeError("don't know how to make test from: %s" % found)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()
