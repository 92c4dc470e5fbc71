"""unittest: every assertion's words, skips, subtests, cleanups, expected failures, classes that fail, and the report."""
import unittest


class Words(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(1 + 1, 3)

    def test_equal_msg(self):
        self.assertEqual("a", "b", "with words")

    def test_lists(self):
        self.assertEqual([1, 2, 3], [1, 3, 3, 4])

    def test_tuple(self):
        self.assertTupleEqual((1,), (1, 2))

    def test_dicts(self):
        self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 2, "c": 3})

    def test_sets(self):
        self.assertEqual({1, 2}, {2, 3})

    def test_lines(self):
        self.assertEqual("one\ntwo\nthree\n", "one\ntoo\nthree\nfour")

    def test_long(self):
        self.assertEqual("x" * 100 + "a" * 30, "x" * 100 + "b" * 60)

    def test_in(self):
        self.assertIn(4, [1, 2])

    def test_regex(self):
        self.assertRegex("hello", "^x")

    def test_raises(self):
        with self.assertRaises(KeyError):
            pass

    def test_raises_other(self):
        with self.assertRaises(KeyError):
            {}.missing

    def test_raises_regex(self):
        with self.assertRaisesRegex(ValueError, "int") as caught:
            int("x")
        self.assertIn("x", str(caught.exception))
        with self.assertRaisesRegex(ValueError, "nothing"):
            int("x")

    def test_almost(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertAlmostEqual(1, 1.2, delta=0.1)

    def test_count(self):
        self.assertCountEqual([1, 2, 2], [2, 1, 1])

    def test_truth(self):
        self.assertTrue([])

    def test_none(self):
        self.assertIsNotNone(None)

    def test_less(self):
        self.assertLess(2, 1)

    def test_instance(self):
        self.assertIsInstance(1, str)

    def test_logs(self):
        import logging
        with self.assertLogs("here", level="INFO") as seen:
            logging.getLogger("here").info("one %d", 1)
        self.assertEqual(seen.output, ["INFO:here:one 1"])
        with self.assertLogs("here"):
            pass

    def test_warns(self):
        import warnings
        with self.assertWarns(DeprecationWarning):
            warnings.warn("old", DeprecationWarning)
        with self.assertWarns(UserWarning):
            pass

    def test_error(self):
        1 / 0


class Ways(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class set up")

    @classmethod
    def tearDownClass(cls):
        print("class torn down")

    def setUp(self):
        print("set up", self.id().rpartition(".")[2])
        self.addCleanup(print, "cleaned")

    def tearDown(self):
        print("torn down")

    @unittest.skip("not now")
    def test_skip(self):
        pass

    @unittest.skipIf(True, "because")
    def test_skip_if(self):
        pass

    def test_skip_self(self):
        self.skipTest("in the middle")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_sub(self):
        """Words of the test."""
        for number in range(4):
            with self.subTest("odd?", number=number):
                self.assertEqual(number % 2, 0)

    def test_fine(self):
        self.assertEqual([1], [1])
        self.assertNotEqual(1, 2)
        self.assertIs(None, None)


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no class")

    def test_never(self):
        pass


if __name__ == "__main__":
    unittest.main(exit=False)
