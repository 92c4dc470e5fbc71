"""tests/bench/run.py: what is made of the figures."""
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/bench"))
import run  # noqa: E402

SWITCH, RESUME = ("native", "Simul", "switch_1k"), ("native", "raw", "resume")


class GoalTable(unittest.TestCase):
    def rows(self, values):
        return [line for line in run.goal_table(run.Results(values)) if line.startswith("| task switch, 1,000 tasks | native")]

    def test_a_ratio_is_of_each_round_so_a_slow_spell_of_both_sides_does_not_show(self):
        # The medians, 10 and 2, would make 5.
        values = {SWITCH: {0: 6.0, 1: 10.0, 2: 12.0}, RESUME: {0: 2.0, 1: 2.0, 2: 4.0}}
        self.assertEqual(["| task switch, 1,000 tasks | native | 10.0 | raw FIFO resume | 2.00 | 3.00 | 3.00 | ≤ 3.5 | met |"],
                         self.rows(values))

    def test_a_ratio_beyond_its_goal_is_said(self):
        self.assertIn("**not met**", self.rows({SWITCH: {0: 8.0}, RESUME: {0: 2.0}})[0])

    def test_a_round_that_lacks_one_side_does_not_count(self):
        self.assertIn("| 3.00 | 4.00 |", self.rows({SWITCH: {0: 6.0, 1: 4.0}, RESUME: {0: 2.0, 2: 1.0}})[0])

    def test_what_nobody_measured_has_no_row(self):
        self.assertEqual([], self.rows({SWITCH: {0: 6.0}}))


if __name__ == "__main__":
    unittest.main()
