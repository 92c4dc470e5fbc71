"""The fuzzer itself: a seed is a program for ever, shrinking comes to a known end, a planted difference is found."""
import ast
import pathlib
import re
import sys
import unittest

FUZZ = pathlib.Path(__file__).resolve().parent.parent / "fuzz"
sys.path.insert(0, str(FUZZ))
import asyncio_programs  # noqa: E402
import constructs  # noqa: E402
import judge  # noqa: E402
import shrink  # noqa: E402
import sync_programs  # noqa: E402

TALK = '''
import asyncio

async def child(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "slept")
    finally:
        for turn in range(3):
            print(name, "cleans", turn)
    return name

async def main():
    async with asyncio.timeout(5):
        one = asyncio.create_task(child("one", 0.5))
        if True:
            print("planted")
        await asyncio.gather(one, child("two", 0.7))
    print("end")

asyncio.run(main())
'''


class Generator(unittest.TestCase):
    def test_a_seed_gives_the_same_program_each_time(self):
        for seed in range(20):
            self.assertEqual(asyncio_programs.make(seed), asyncio_programs.make(seed))

    def test_every_program_compiles_and_the_seeds_differ(self):
        programs = {asyncio_programs.make(seed) for seed in range(200)}
        self.assertEqual(200, len(programs))
        for program in programs:
            ast.parse(program)

    def test_every_kind_of_statement_is_made_soon(self):
        text = "".join(asyncio_programs.make(seed) for seed in range(300))
        for word in ("TaskGroup", "except*", "return_exceptions=True", "uncancel()", "shield(", "as_completed", "call_at(",
                     "set_exception(", "shutdown(", "athrow(", "time.sleep(", "FIRST_EXCEPTION", "reschedule(", "notify_all()"):
            self.assertIn(word, text)


class SyncGenerator(unittest.TestCase):
    def test_a_seed_gives_the_same_program_each_time(self):
        for seed in range(20):
            self.assertEqual(sync_programs.make(seed), sync_programs.make(seed))

    def test_every_program_is_python_and_the_seeds_differ(self):
        programs = {sync_programs.make(seed) for seed in range(200)}
        self.assertEqual(200, len(programs))
        for program in programs:
            ast.parse(program)

    def test_every_part_is_made_soon(self):
        text = "".join(sync_programs.make(seed) for seed in range(200))
        for part in sync_programs.SyncProgram.PARTS:
            self.assertIn(f": {part.replace('_', ' ')}')", text)


class Shrinker(unittest.TestCase):
    def test_comes_to_the_known_smallest_program(self):
        smallest = shrink.shrink(TALK, lambda text: "planted" in text)
        self.assertEqual('async def main():\n    """planted"""\n', smallest)

    def test_keeps_what_two_places_have_to_do_with_each_other(self):
        def interesting(text):
            made = re.search(r"(\w+) = asyncio.create_task", text)
            return bool(made and re.search(rf"gather\({made[1]}\b", text))
        smallest = shrink.shrink(TALK, interesting)
        self.assertTrue(interesting(smallest))
        self.assertLess(len(smallest.splitlines()), 5, smallest)

    def test_gives_back_the_program_when_nothing_smaller_will_do(self):
        self.assertEqual("print(1)\n", shrink.shrink("print(1)\n", lambda text: text == "print(1)\n"))


class Constructs(unittest.TestCase):
    def test_each_construct_has_the_line_whose_running_counts(self):
        found = dict((name, line) for name, line in constructs.of(TALK))
        lines = TALK.splitlines()
        self.assertIn("asyncio.sleep(seconds)", lines[found["sleep"] - 1])
        self.assertIn("range(3)", lines[found["finally"] - 1])
        self.assertIn("gather", lines[found["gather"] - 1])


class Comparison(unittest.TestCase):
    def test_the_turns_of_a_trace_are_read_by_the_tasks_names(self):
        trace = ('0.000000000 task_created 2 line=31 "Task-1"\n0.000000000 turn_began 1 object=1\n'
                 "0.000000000 handle_began 3 object=2\n1.000000000 turn_began 2 object=1\n"
                 "1.000000000 handle_began 7 object=2 detail=3\n1.500000000 turn_began 3 object=1\n"
                 "1.500000000 handle_began 8 object=2 detail=1\n")
        self.assertEqual([[0, ["Task-1"]], [1000000000, ["-"]], [1500000000, ["Task-1"]]], judge.turns_of_trace(trace))

    def test_a_task_that_ran_in_another_turn_is_a_difference(self):
        expected = [[0, ["a"]], [0, ["b", "-"]]]
        self.assertEqual([], judge.different_turns(expected, [[0, ["a"]], [0, []], [0, ["b", "-"]]]))
        for got in ([[0, ["a"]], [0, ["-", "b"]]], [[0, ["a", "b"]], [0, ["-"]]], [[0, ["a"]], [5, ["b", "-"]]], [[0, ["a"]]]):
            self.assertTrue(judge.different_turns(expected, got), got)

    def test_the_kind_of_a_difference_is_named(self):
        self.assertEqual("turns", judge.kind_of(["turn 3 differs"]))
        self.assertEqual("times", judge.kind_of(["at line 1, 'a': CPython's clock 1, Simul's 2"]))
        self.assertEqual("output", judge.kind_of(["--- CPython", "+++ Simul", "-a", "+b"]))
        self.assertEqual("crash", judge.kind_of(["+status: no JSON; simul-run ended with -11"]))
        self.assertIsNone(judge.kind_of([]))


@unittest.skipUnless(judge.SIMUL_RUN.exists(), "simul-run is not built yet")
class Planted(unittest.TestCase):
    def test_a_planted_difference_is_found_and_shrunk(self):
        """CPython is given another text where the program says "planted", as a loop with a fault would print it."""
        class Faulty(judge.Judge):
            def ask_cpython(self, source, reached=False):
                return super().ask_cpython(source.replace("print('planted')", "print('wrong')"), reached)

        with Faulty() as faulty:
            source = ast.unparse(ast.parse(TALK))
            found = faulty.differences(source)
            self.assertEqual("output", judge.kind_of(found))
            wanted = judge.signature(found)
            smallest = shrink.shrink(source, lambda text: judge.signature(faulty.differences(text)) == wanted)
            self.assertEqual("import asyncio\n\nasync def main():\n    print('planted')\nasyncio.run(main())\n", smallest)


if __name__ == "__main__":
    unittest.main()
