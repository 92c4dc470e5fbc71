"""coverage_table.py: what counts as a use, and that nothing is "yes" without one."""
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import coverage_table  # noqa: E402

PROGRAM = '''
import json as j
from heapq import heappush
import math
class Mine(dict):
    def get(self, key): return 1
print("a b".split(), Mine().get(1), sorted([2, 1], key=str.casefold) if False else j.dumps([1]), math.pi)
heappush([], 1)
print(dict.fromkeys("ab"), *map(str.upper, "x"))
'''


class Uses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.uses = coverage_table.Uses({"program.py": PROGRAM}, ["json", "heapq", "math"])

    def test_a_call_of_a_method_counts_for_its_own_type_only(self):
        self.assertIn("builtins.str.split", self.uses.called)
        self.assertNotIn("builtins.bytes.split", self.uses.called)

    def test_a_method_of_the_programs_own_class_is_not_the_built_in_one(self):
        self.assertNotIn("builtins.dict.get", self.uses.called)

    def test_a_method_of_the_class_itself_counts(self):
        self.assertIn("builtins.dict.fromkeys", self.uses.called)

    def test_a_member_counts_under_the_module_that_the_program_took_it_from(self):
        self.assertLessEqual({"json.dumps", "heapq.heappush"}, self.uses.called)

    def test_what_is_written_but_not_run_is_no_call(self):
        self.assertNotIn("builtins.sorted", self.uses.called)
        self.assertNotIn("builtins.str.casefold", self.uses.called)

    def test_a_constant_counts_when_it_is_written(self):
        self.assertIn("math.pi", self.uses.names)
        self.assertNotIn("math.tau", self.uses.names)

    def test_a_kind_of_expression_counts_when_a_program_has_it(self):
        self.assertIn("IfExp", self.uses.nodes)
        self.assertNotIn("Lambda", self.uses.nodes)


class Rows(unittest.TestCase):
    def test_what_no_program_uses_is_not_yes(self):
        table = coverage_table.Table({"t.a": ("yes", ""), "t.b": ("yes", ""), "t.c": ("no", "")})
        kept = table.sort("t", ["a", "b", "c", "d"], lambda name: name in "acd")
        self.assertEqual({"yes": ["a"], "untested": ["b"], "no": ["c", "d"]}, kept)
        self.assertEqual({"yes": 1, "untested": 1, "no": 2}, table.count)

    def test_a_row_says_yes_only_when_every_name_is(self):
        table = coverage_table.Table({})
        table.row("x", {"yes": ["a"], "untested": ["b"], "no": []})
        table.row("y", {"yes": ["a"], "untested": [], "no": []})
        self.assertEqual(["| x | partly | `a` | `b` | – |", "| y | yes | `a` | – | – |"], table.lines)

    def test_modules_with_one_reason_share_a_row(self):
        lines = coverage_table.modules_not_there({
            "a": "Simul has no module 'a': no disk (instead: b)", "c": "Simul has no module 'c': no disk (instead: b)", "d": "Simul has no module 'd'"})
        self.assertIn("| `a`, `c` | no disk (instead: b) |", lines)
        self.assertTrue(lines[-1].endswith(": `d`."))


if __name__ == "__main__":
    unittest.main()
