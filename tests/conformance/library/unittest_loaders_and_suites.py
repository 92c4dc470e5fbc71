"""unittest: tests found by a TestLoader, put into suites, run by hand into a TestResult."""
import sys
import unittest


class Sums(unittest.TestCase):
    def test_small(self):
        """One and one."""
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        """Two and two.

        Not on this line."""
        self.assertEqual(2 + 2, 5)

    def test_raises(self):
        raise LookupError("inside")

    @unittest.skip("no time")
    def test_skipped(self):
        pass

    @unittest.skipUnless(sys.version_info < (3,), "only long ago")
    def test_old(self):
        pass

    @unittest.expectedFailure
    def test_known(self):
        self.fail("as ever")

    @unittest.expectedFailure
    def test_surprise(self):
        pass

    def check_other(self):
        pass


class Empty(unittest.TestCase):
    def runTest(self):
        print("runTest runs")


loader = unittest.TestLoader()
print(loader.getTestCaseNames(Sums), loader.getTestCaseNames(Empty), loader.testMethodPrefix, loader.testNamePatterns, loader.suiteClass)
print(loader.sortTestMethodsUsing("a", "b"), unittest.TestLoader.sortTestMethodsUsing is unittest.util.three_way_cmp, loader.errors)
suite = loader.loadTestsFromTestCase(Sums)
print(suite.countTestCases(), suite)
for test in suite:
    print(test, repr(test), test.id(), test.shortDescription(), test.countTestCases())

result = unittest.TestResult()
print(result, result.wasSuccessful())
print(suite.run(result) is result, result, result.wasSuccessful(), result.testsRun, result.shouldStop)
for kind in ("errors", "failures", "skipped", "expectedFailures"):
    for test, text in getattr(result, kind):
        print(kind, test.id(), text if isinstance(text, str) and "\n" not in text else text.splitlines()[-1])
print([test.id() for test in result.unexpectedSuccesses], [name.partition(" ")[0] for name, _ in result.collectedDurations])
print(list(suite), suite.countTestCases())

# Other names, another order.
backwards = unittest.TestLoader()
backwards.testMethodPrefix = "check"
print(backwards.getTestCaseNames(Sums), backwards.loadTestsFromTestCase(Sums))
backwards.testMethodPrefix = ("check", "test_s")
backwards.sortTestMethodsUsing = lambda a, b: (a < b) - (a > b)
print(backwards.getTestCaseNames(Sums))
backwards.testNamePatterns = ["*s.test_s*l*"]
print(backwards.getTestCaseNames(Sums))

print(loader.loadTestsFromTestCase(Empty))
named = loader.loadTestsFromName("Sums.test_small", sys.modules[__name__])
print(named)
print(loader.loadTestsFromNames(["Empty", "Sums.test_old"], sys.modules[__name__]))
print(loader.loadTestsFromName("Sums", sys.modules[__name__]).countTestCases(), loader.loadTestsFromModule(sys.modules[__name__]).countTestCases())
for missing in ("Nothing", "Sums.test_nothing"):
    lost = loader.loadTestsFromName(missing, sys.modules[__name__])
    print(lost, loader.errors[-1].splitlines()[-1])
print(len(loader.errors), unittest.defaultTestLoader.__class__ is unittest.TestLoader)

# Suites in suites.
inner = unittest.TestSuite([Sums("test_small")])
outer = unittest.TestSuite((inner,))
outer.addTest(Empty())
outer.addTests([Sums("test_skipped"), Sums("test_small")])
print(outer, outer.countTestCases(), len(list(outer)), outer == unittest.TestSuite(), inner == unittest.TestSuite([Sums("test_small")]))
print(outer(unittest.TestResult()))


def tried(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: outer.addTest(5))
tried(lambda: outer.addTest(Sums))
tried(lambda: outer.addTests("names"))
tried(lambda: loader.loadTestsFromTestCase(unittest.TestSuite))
tried(lambda: Sums("test_nothing"))
tried(lambda: unittest.TestCase())
tried(lambda: unittest.TestSuite([Empty()]).debug())
tried(lambda: unittest.TestSuite([Sums("test_wrong")]).debug())
tried(lambda: Sums("test_skipped").debug())
