"""A test, its assertions and how it is run. Mirrors CPython's Lib/unittest/case.py."""
import collections
import contextlib
import difflib
import functools
import pprint
import re
import sys
import time
import types
import warnings
from unittest.result import TestResult
from unittest.util import _class_name, _pair, _short


class SkipTest(Exception):
    pass


class _Stop(Exception):
    """The test has failed and been told of."""


def _id(thing):
    return thing


def skip(reason):
    def mark(thing):
        if not isinstance(thing, type):
            @functools.wraps(thing)
            def instead(*args, **kwargs):
                raise SkipTest(reason)
            thing = instead
        thing.__unittest_skip__ = True
        thing.__unittest_skip_why__ = reason
        return thing
    if isinstance(reason, types.FunctionType):
        test, reason = reason, ""
        return mark(test)
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


class _Raised:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case, self.expected, self.msg = case, expected, msg
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern

    def names(self):
        return getattr(self.expected, "__name__", None) or str(self.expected)

    def fail(self, words):
        raise self.case.failureException(self.case._formatMessage(self.msg, words))

    def call(self, args, kwargs):
        what, *args = args
        self.called = getattr(what, "__name__", str(what))
        with self:
            what(*args, **kwargs)


class _AssertRaises(_Raised):
    called = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None:
            self.fail(f"{self.names()} not raised by {self.called}" if self.called else f"{self.names()} not raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(error)):
            self.fail('"%s" does not match "%s"' % (self.pattern.pattern, str(error)))
        return True


class _AssertWarns(_Raised):
    called = None

    def __enter__(self):
        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, tb):
        self.catcher.__exit__(kind, error, tb)
        if kind is not None:
            return
        first = None
        for each in self.warnings:
            if not isinstance(each.message, self.expected):
                continue
            first = first or each.message
            if self.pattern is not None and not self.pattern.search(str(each.message)):
                continue
            self.warning, self.filename, self.lineno = each.message, each.filename, each.lineno
            return
        if first is not None:
            self.fail('"%s" does not match "%s"' % (self.pattern.pattern, str(first)))
        self.fail(f"{self.names()} not triggered by {self.called}" if self.called else f"{self.names()} not triggered")


class _Outcome:
    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting, self.expected = False, None

    @contextlib.contextmanager
    def part(self, case, subtest=False):
        kept, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self.success = False
            self.result.addSkip(case, str(error))
        except _Stop:
            pass
        except:
            info = sys.exc_info()
            if self.expecting:
                self.expected = info
            else:
                self.success = False
                if subtest:
                    self.result.addSubTest(case.test_case, case, info)
                elif issubclass(info[0], case.failureException):
                    self.result.addFailure(case, info)
                else:
                    self.result.addError(case, info)
            info = None
        else:
            if subtest and self.success:
                self.result.addSubTest(case.test_case, case, None)
        finally:
            self.success = self.success and kept


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    _classSetupFailed = False
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
                                     frozenset: "assertSetEqual", str: "assertMultiLineEqual"}

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _entered(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _entered(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def id(self):
        return "%s.%s" % (_class_name(type(self)), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, _class_name(type(self)), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (_class_name(type(self)), self._testMethodName)

    @contextlib.contextmanager
    def subTest(self, msg=_Stop, **params):
        if self._outcome is None:
            yield
            return
        outer = self._subtest
        values = collections.ChainMap(params, outer.params) if outer is not None else collections.ChainMap(params)
        self._subtest = _SubTest(self, msg, values)
        try:
            with self._outcome.part(self._subtest, subtest=True):
                yield
            if not self._outcome.success and self._outcome.result is not None and self._outcome.result.failfast:
                raise _Stop
            if self._outcome.expected:
                raise _Stop
        finally:
            self._subtest = outer

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning,
                          stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(type(self), "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                why = getattr(type(self), "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
                result.addSkip(self, why)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(method, "__unittest_expecting_failure__", False)
            outcome = self._outcome = _Outcome(result)
            began = time.perf_counter()
            try:
                with outcome.part(self):
                    self._callSetUp()
                if outcome.success:
                    outcome.expecting = expecting
                    with outcome.part(self):
                        self._callTestMethod(method)
                    outcome.expecting = False
                    with outcome.part(self):
                        self._callTearDown()
                self.doCleanups()
                result.addDuration(self, time.perf_counter() - began)
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expected:
                        result.addExpectedFailure(self, outcome.expected)
                    else:
                        result.addUnexpectedSuccess(self)
                return result
            finally:
                self._outcome = outcome.expected = None
        finally:
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def doCleanups(self):
        outcome = self._outcome or _Outcome(TestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else "%s : %s" % (standardMsg, msg)

    def _refuse(self, msg, words):
        raise self.failureException(self._formatMessage(msg, words))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._refuse(msg, "%s is not false" % _short(expr))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._refuse(msg, "%s is not true" % _short(expr))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(_AssertRaises(self, expected_exception, None, None), args, kwargs, BaseException)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(_AssertRaises(self, expected_exception, expected_regex), args, kwargs, BaseException)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return self._raises(_AssertWarns(self, expected_warning), args, kwargs, Warning)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._raises(_AssertWarns(self, expected_warning, expected_regex), args, kwargs, Warning)

    def _raises(self, manager, args, kwargs, base):
        kinds = manager.expected if isinstance(manager.expected, tuple) else (manager.expected,)
        for kind in kinds:
            if not isinstance(kind, type) or not issubclass(kind, base):
                name = "assertWarns" if base is Warning else "assertRaises"
                what = "a warning class or tuple of warning classes" if base is Warning else "an exception type or tuple of exception types"
                raise TypeError(f"{name}() arg 1 must be {what}")
        if args:
            return manager.call(args, kwargs)
        manager.msg = kwargs.pop("msg", None)
        if kwargs:
            raise TypeError("%r is an invalid keyword argument for this function" % next(iter(kwargs)))
        return manager

    def assertLogs(self, logger=None, level=None):
        from unittest._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        from unittest._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, True)

    def assertEqual(self, first, second, msg=None):
        compare = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if compare is not None:
            (getattr(self, compare) if isinstance(compare, str) else compare)(first, second, msg=msg)
        elif not first == second:
            self._refuse(msg, "%s != %s" % _pair(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._refuse(msg, "%s == %s" % (_short(first), _short(second)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, True)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, False)

    def _almost(self, first, second, places, msg, delta, wanted):
        if wanted and first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            near, words = diff <= delta, "within %s delta" % _short(delta)
        else:
            places = 7 if places is None else places
            near, words = round(diff, places) == 0, "within %r places" % places
        if not wanted and delta is None:
            near = near if first != second else True
        if near == wanted:
            return
        sides = _short(first), _short(second)
        if wanted:
            self._refuse(msg, "%s != %s %s (%s difference)" % (*sides, words, _short(diff)))
        self._refuse(msg, "%s == %s %s" % (*sides, words) + (" (%s difference)" % _short(diff) if delta is not None else ""))

    def _with_diff(self, standard, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return standard + diff
        return standard + "\nDiff is %s characters long. Set self.maxDiff to None to see it." % len(diff)

    def _lines(self, first, second):
        return "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else "sequence"
        if seq_type is not None:
            for at, each in (("First", seq1), ("Second", seq2)):
                if not isinstance(each, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (at, name, _short(each)))
        words, sizes = None, []
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                sizes.append(len(seq))
            except (TypeError, NotImplementedError):
                words = "%s %s has no length.    Non-sequence?" % (which, name)
                break
        if words is None:
            if seq1 == seq2:
                return
            words = self._where_sequences_differ(seq1, seq2, *sizes, name)
            if words is None and seq_type is None and type(seq1) is not type(seq2):
                return
            words = "%ss differ: %s != %s\n" % (name.capitalize(), *_pair(seq1, seq2)) + (words or "")
        self._refuse(msg, self._with_diff(words, "\n" + self._lines(seq1, seq2)))

    def _where_sequences_differ(self, seq1, seq2, size1, size2, name):
        """In words, or None where all elements are equal."""
        for at in range(min(size1, size2)):
            items = []
            for which, seq in (("first", seq1), ("second", seq2)):
                try:
                    items.append(seq[at])
                except (TypeError, IndexError, NotImplementedError):
                    return "\nUnable to index element %d of %s %s\n" % (at, which, name) + self._what_is_more(seq1, seq2, size1, size2, name)
            if items[0] != items[1]:
                words = "\nFirst differing element %d:\n%s\n%s\n" % (at, *_pair(*items))
                return words + self._what_is_more(seq1, seq2, size1, size2, name)
        return self._what_is_more(seq1, seq2, size1, size2, name) or None

    def _what_is_more(self, seq1, seq2, size1, size2, name):
        if size1 == size2:
            return ""
        which, seq, size, other = ("First", seq1, size1, size2) if size1 > size2 else ("Second", seq2, size2, size1)
        words = "\n%s %s contains %d additional elements.\n" % (which, name, size - other)
        try:
            return words + "First extra element %d:\n%s\n" % (other, _short(seq[other]))
        except (TypeError, IndexError, NotImplementedError):
            return words + "Unable to index element %d of %s %s\n" % (other, which.lower(), name)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, ours, theirs in (("first", set1, set2), ("second", set2, set1)):
            try:
                left = ours.difference(theirs)
            except TypeError as error:
                self.fail("invalid type when attempting set difference: %s" % error)
            except AttributeError as error:
                self.fail("%s argument does not support set difference: %s" % (which, error))
            if left:
                lines.append("Items in the %s set but not the %s:" % (which, "second" if which == "first" else "first"))
                lines += [repr(each) for each in left]
        if lines:
            self._refuse(msg, "\n".join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._refuse(msg, "%s not found in %s" % (_short(member), _short(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._refuse(msg, "%s unexpectedly found in %s" % (_short(member), _short(container)))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._refuse(msg, "%s is not %s" % (_short(expr1), _short(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._refuse(msg, "unexpectedly identical: %s" % _short(expr1))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._refuse(msg, self._with_diff("%s != %s" % _pair(d1, d2), "\n" + self._lines(d1, d2)))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            ours, theirs = collections.Counter(first), collections.Counter(second)
            if ours == theirs:
                return
            wrong = [(ours[each], theirs[each], each) for each in ours if ours[each] != theirs[each]]
            wrong += [(0, theirs[each], each) for each in theirs if each not in ours]
        except TypeError:
            wrong, left = [], list(second)
            for each in dict(enumerate(first)).values():
                if each in left:
                    left.remove(each)
                else:
                    wrong.append((first.count(each), second.count(each), each))
            wrong += [(first.count(each), second.count(each), each) for each in left]
        if wrong:
            lines = ["First has %d, Second has %d:  %r" % each for each in wrong]
            self._refuse(msg, self._with_diff("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        # The last line ends, too, so that what is missing there is seen.
        end = "\n" if first and second and (first[-1] != "\n" or second[-1] != "\n") else ""
        whole = [(text + end).splitlines(keepends=True) for text in (first, second)]
        self._refuse(msg, self._with_diff("%s != %s" % _pair(first, second), "\n" + "".join(difflib.ndiff(*whole))))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._refuse(msg, "%s not less than %s" % (_short(a), _short(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._refuse(msg, "%s not less than or equal to %s" % (_short(a), _short(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._refuse(msg, "%s not greater than %s" % (_short(a), _short(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._refuse(msg, "%s not greater than or equal to %s" % (_short(a), _short(b)))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._refuse(msg, "%s is not None" % _short(obj))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._refuse(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._refuse(msg, "%s is not an instance of %r" % (_short(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._refuse(msg, "%s is an instance of %r" % (_short(obj), cls))

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._refuse(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._refuse(msg, "Regex matched: %r matches %r in %r" % (text[match.start():match.end()], unexpected_regex.pattern, text))


def _entered(cm, add):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
    result = enter(cm)
    add(leave, cm, None, None, None)
    return result


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._parts = testFunc, setUp, tearDown
        self._description = description

    def setUp(self):
        if self._parts[1] is not None:
            self._parts[1]()

    def tearDown(self):
        if self._parts[2] is not None:
            self._parts[2]()

    def runTest(self):
        self._parts[0]()

    def id(self):
        return self._parts[0].__name__

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._parts[0].__doc__
        return doc and doc.split("\n")[0].strip() or None

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return (*self._parts, self._description) == (*other._parts, other._description)

    def __hash__(self):
        return hash((type(self), *self._parts, self._description))

    def __str__(self):
        return "%s (%s)" % (_class_name(type(self)), self.id())

    def __repr__(self):
        return "<%s tec=%s>" % (_class_name(type(self)), self._parts[0])


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description_of(self):
        parts = []
        if self._message is not _Stop:
            parts.append("[{}]".format(self._message))
        if self.params:
            parts.append("({})".format(", ".join("{}={!r}".format(key, value) for key, value in self.params.items())))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return "{} {}".format(self.test_case.id(), self._description_of())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "{} {}".format(self.test_case, self._description_of())


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _entered(cm, addModuleCleanup)


def doModuleCleanups():
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
