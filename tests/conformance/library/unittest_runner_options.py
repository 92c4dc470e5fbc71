"""unittest.TextTestRunner and unittest.main: output that is kept, locals in tracebacks, the slowest tests, one failure and no more."""
import io
import sys
import time
import unittest


class Cases(unittest.TestCase):
    def test_a_prints(self):
        print("said by a test that passes")

    def test_b_prints_and_fails(self):
        print("said before it failed")
        print("to stderr, without an end", end="", file=sys.stderr)
        total = 1 + 1
        self.assertEqual(total, 3)

    def test_c_sleeps(self):
        time.sleep(0.25)

    def test_d_sleeps_longer(self):
        time.sleep(1.5)
        raise KeyError("late")

    @unittest.expectedFailure
    def test_e_known(self):
        self.assertIn(1, ())


def shown(**options):
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream, **options).run(unittest.defaultTestLoader.loadTestsFromTestCase(Cases))
    print("=====", options, result)
    print(stream.getvalue())


shown(verbosity=2, buffer=True)
shown(buffer=True, failfast=True)
shown(tb_locals=True)
shown(durations=0)
shown(durations=1, verbosity=2)
done = unittest.main(argv=["tests", "-v", "Cases.test_c_sleeps", "Cases.nothing"], exit=False, testRunner=unittest.TextTestRunner(io.StringIO()))
print(done.result, done.test)
try:
    unittest.main(argv=["tests", "Cases.test_a_prints"], testRunner=unittest.TextTestRunner(io.StringIO()))
except SystemExit as error:
    print("exit", error.code)
try:
    unittest.main(argv=["tests", "Cases.test_b_prints_and_fails"], testRunner=unittest.TextTestRunner(io.StringIO()))
except SystemExit as error:
    print("exit", error.code)
