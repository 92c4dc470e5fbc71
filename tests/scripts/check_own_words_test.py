"""What scripts/check_own_words.py takes for a copy, and what it does not."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "scripts"))
import check_own_words as own  # noqa: E402

BODY = "\n".join(f"    value_{n} = first[{n}] + second({n})" for n in range(8))
ORIGINAL = f'def f(first, second):\n    """What it does."""\n{BODY}\n    return first\n'


class OwnWords(unittest.TestCase):
    def setUp(self):
        self.known = set(own.runs_of(own.words(ORIGINAL)))

    def test_a_copy_is_found_whatever_its_comments_and_layout(self):
        copy = ORIGINAL.replace('"""What it does."""', '"""Other words."""  # and a remark').replace("    ", "  ").replace(" + ", "+")
        found = own.words("import sys\n\n" + copy)
        longest, line, share = own.measure(found, self.known)
        self.assertEqual((longest, line), (len(found) - 2, 3))
        self.assertGreater(share, 0.95)
        self.assertIn("run of", own.judge("f.py", len(found), longest, share))

    def test_a_few_lines_in_common_are_no_copy(self):
        found = own.words("def g(items):\n    value_1 = first[1] + second(1)\n    return sorted(items)\n" * 9)
        longest, _, share = own.measure(found, self.known)
        self.assertEqual((longest, share), (0, 0))
        self.assertIsNone(own.judge("g.py", len(found), longest, share))

    def test_much_in_common_in_small_pieces_is_too_much(self):
        self.assertIn("90%", own.judge("h.py", 1000, own.RUN, 0.9))
        self.assertIsNone(own.judge("small.py", own.SMALL - 1, own.RUN, 0.9))


if __name__ == "__main__":
    unittest.main()
