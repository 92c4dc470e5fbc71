"""unittest: the life of a TestResult told call by call, and a result of one's own in a TextTestRunner."""
import io
import sys
import unittest


class Told(unittest.TestResult):
    """Prints what a test tells its result."""

    def startTestRun(self):
        print("startTestRun")

    def stopTestRun(self):
        print("stopTestRun")

    def startTest(self, test):
        super().startTest(test)
        print("startTest", test)

    def stopTest(self, test):
        super().stopTest(test)
        print("stopTest", test)

    def addSuccess(self, test):
        print("  success")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print("  failure", err[0].__name__, err[1])

    def addError(self, test, err):
        super().addError(test, err)
        print("  error", test, err[0].__name__, err[1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print("  skip", reason)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        print("  expected", err[1])

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        print("  unexpected")

    def addSubTest(self, test, subtest, outcome):
        super().addSubTest(test, subtest, outcome)
        print("  subtest", subtest, outcome and outcome[1])

    def addDuration(self, test, elapsed):
        super().addDuration(test, elapsed)
        print("  duration", elapsed >= 0)


class Cases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass", cls.__name__)
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("  setUp", self._testMethodName)
        self.addCleanup(print, "  cleanup", self._testMethodName)

    def tearDown(self):
        print("  tearDown")

    def test_a_good(self):
        pass

    def test_b_bad(self):
        self.assertFalse("words")

    def test_c_skip(self):
        self.skipTest("later")

    def test_d_parts(self):
        for n in range(3):
            with self.subTest("part", n=n):
                self.assertNotEqual(n, 1)

    def test_e_raises_twice(self):
        self.addCleanup(lambda: {}["in cleanup"])
        raise unittest.SkipTest("said by hand")

    @unittest.expectedFailure
    def test_f_known(self):
        self.assertIsNone(5)


result = Told()
unittest.defaultTestLoader.loadTestsFromTestCase(Cases).run(result)
print(result, result.wasSuccessful(), [str(test) for test, _ in result.failures + result.errors])

# What the methods do when they are called without a run.
plain, case = unittest.TestResult(), Cases("test_a_good")
plain.startTestRun()
plain.startTest(case)
plain.addSuccess(case)
try:
    case.fail("by hand")
except case.failureException:
    plain.addFailure(case, sys.exc_info())
    plain.addExpectedFailure(case, sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    plain.addError(case, sys.exc_info())
plain.addSkip(case, "why")
plain.addUnexpectedSuccess(case)
plain.addDuration(case, 1.5)
plain.stopTest(case)
plain.stop()
plain.stopTestRun()
plain.printErrors()
print(plain, plain.shouldStop, plain.failures, plain.errors[0][1].splitlines()[-1], plain.skipped, plain.collectedDurations, plain.failfast, plain.buffer, plain.tb_locals)
print(unittest.TestSuite([Cases("test_a_good"), Cases("test_b_bad")]).run(plain))

fast = unittest.TestResult()
fast.failfast = True
unittest.TestSuite([Cases("test_b_bad"), Cases("test_a_good")]).run(fast)
print(fast, fast.shouldStop)

# The runner that prints.
def without_times(text):
    return "\n".join(line.partition(" in ")[0] if line.startswith("Ran ") else line for line in text.splitlines())


class Shouting(unittest.TextTestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        self.stream.writeln(self.getDescription(test).upper())


for verbosity, kind in ((0, None), (1, None), (2, Shouting)):
    stream = io.StringIO()
    runner = unittest.TextTestRunner(stream, verbosity=verbosity, resultclass=kind)
    done = runner.run(unittest.TestSuite([Cases("test_a_good"), Cases("test_b_bad"), Cases("test_d_parts")]))
    print(done, type(done).__name__, runner.resultclass.__name__)
    print(without_times(stream.getvalue()))
text = unittest.TextTestResult(unittest.runner._WritelnDecorator(io.StringIO()), True, 2)
print(text.separator1 == "=" * 70, text.separator2 == "-" * 70, text.getDescription(case), text.showAll, text.dots, text.wasSuccessful())
for work in (lambda: text.startTest(case), lambda: text.addSuccess(case), lambda: text.addSkip(case, "why"), lambda: text.addUnexpectedSuccess(case), text.printErrors):
    work()
text.printErrorList("WORSE", [(case, "the text\n")])
print(text.stream.getvalue())
