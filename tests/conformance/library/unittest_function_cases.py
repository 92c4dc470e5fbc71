"""unittest.FunctionTestCase: functions as tests; and what one may ask of a TestCase without running it."""
import unittest


def test_of_old():
    """An old test."""
    print("runs")
    assert 1 + 1 == 3, "no sum"


case = unittest.FunctionTestCase(test_of_old, setUp=lambda: print("set up"), tearDown=lambda: print("torn down"))
print(case, repr(case) == repr(case), case.id(), case.shortDescription(), case.countTestCases(), case.defaultTestResult())
print(case.run(), case.longMessage, case.maxDiff, case.failureException)
result = case.defaultTestResult()
case.run(result)
print(result.failures[0][1])
same = unittest.FunctionTestCase(test_of_old, description="said here")
print(same.shortDescription(), same == case, same == unittest.FunctionTestCase(test_of_old, description="said here"), hash(same) == hash(same))
try:
    case.debug()
except AssertionError as error:
    print("debug:", error)
bare = unittest.FunctionTestCase(print)
print(bare.setUp(), bare.tearDown(), bare.runTest(), bare.setUpClass(), bare.tearDownClass())
print(bare.addCleanup(print, "cleaned", 1), bare.doCleanups(), bare.doClassCleanups())
print(bare.addClassCleanup(print, "class cleaned"), bare.doClassCleanups())


class Managed:
    def __enter__(self):
        return "entered"

    def __exit__(self, *error):
        print("left", error)


print(bare.enterContext(Managed()), bare.doCleanups(), bare.enterClassContext(Managed()), bare.doClassCleanups())
unittest.addModuleCleanup(print, "module cleaned", key := 1)
print(unittest.enterModuleContext(Managed()), unittest.doModuleCleanups(), key)


def tried(work, *args, **named):
    try:
        print(work(*args, **named))
    except unittest.SkipTest as error:
        print("skipped:", error)
    except Exception as error:
        print(type(error).__name__, error)


tried(bare.skipTest, "said so")
tried(bare.fail)
tried(bare.fail, "words")
tried(bare.enterContext, 5)
tried(bare.enterClassContext, 5)
tried(unittest.enterModuleContext, 5)
tried(bare.assertEqual, 1, 2)
tried(bare.assertNotEqual, 1, 1)
tried(bare.assertTrue, 0, "is zero")
tried(bare.assertFalse, [1])
tried(bare.assertIs, 1, 2)
tried(bare.assertIsNot, None, None)
tried(bare.assertIsNone, 0)
tried(bare.assertIsNotNone, None)
tried(bare.assertIn, 1, [])
tried(bare.assertNotIn, 1, [1])
tried(bare.assertIsInstance, 1, (str, bytes))
tried(bare.assertNotIsInstance, 1, int)
tried(bare.assertGreater, 1, 1)
tried(bare.assertGreaterEqual, 0, 1)
tried(bare.assertLess, 1, 1)
tried(bare.assertLessEqual, 2, 1)
tried(bare.assertAlmostEqual, 1.0, 1.1, places=1)
tried(bare.assertAlmostEqual, 1.0, 1.1, places=1, delta=1)
tried(bare.assertNotAlmostEqual, 1.0, 1.00000001)
tried(bare.assertNotAlmostEqual, 1.0, 1.2, delta=0.5)
tried(bare.assertCountEqual, "aab", "abb")
tried(bare.assertSequenceEqual, (1, 2), [1, 3])
tried(bare.assertSequenceEqual, (1, 2), [1, 2], seq_type=list)
tried(bare.assertSequenceEqual, 5, [1])
tried(bare.assertListEqual, [1], (1,))
tried(bare.assertTupleEqual, (1, 2, 3), (1, 2))
tried(bare.assertSetEqual, {1}, {2})
tried(bare.assertSetEqual, {1}, [1])
tried(bare.assertDictEqual, {1: 2}, {1: 3})
tried(bare.assertDictEqual, {}, [])
tried(bare.assertMultiLineEqual, "a\nb", "a\nc")
tried(bare.assertMultiLineEqual, 1, "a")
tried(bare.assertRegex, "text", r"\d")
tried(bare.assertNotRegex, "text 5", r"\d")
tried(bare.assertRaises, ValueError, int, "5")
tried(bare.assertRaises, ValueError, int, "x")
tried(bare.assertRaises, 5)
tried(bare.assertRaises, ValueError, None)
tried(bare.assertRaisesRegex, ValueError, "base 7", int, "x")
tried(bare.assertWarns, UserWarning, print, "nothing to warn of")
tried(bare.assertWarnsRegex, UserWarning, "old", print, "nothing")


class Point:
    def __init__(self, x):
        self.x = x


def same_points(first, second, msg=None):
    if first.x != second.x:
        raise bare.failureException(msg or f"{first.x} is not {second.x}")


bare.addTypeEqualityFunc(Point, same_points)
tried(bare.assertEqual, Point(1), Point(1))
tried(bare.assertEqual, Point(1), Point(2))
tried(bare.assertEqual, Point(1), Point(2), "given")
bare.longMessage = False
tried(bare.assertEqual, 1, 2, "only this")
bare.maxDiff = 20
tried(bare.assertEqual, list(range(30)), list(range(31)))
bare.maxDiff = None
tried(bare.assertEqual, "x\n" * 3, "x\n" * 2 + "y\n")
