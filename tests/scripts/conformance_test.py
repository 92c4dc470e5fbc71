"""conformance.py's comparison: what must be equal, and what is allowed to differ."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import conformance  # noqa: E402

PROGRAM = pathlib.Path("/nowhere/p.py")
OK = {"status": "ok", "stdout": [[0.0, "a"], [1.0, "b"]], "stderr": [], "end_time": 1.0, "exit_code": 0}


class Fold(unittest.TestCase):
    def test_neighbouring_frames_of_asyncio_are_one_line_with_their_source_and_carets(self):
        self.assertEqual(
            ["Traceback (most recent call last):", '  File "p.py", line 9, in <module>', "    asyncio.run(main())",
             "  [frames in asyncio]", '  File "p.py", line 5, in main', "    await x", "TypeError: no"],
            conformance.fold(
                ["Traceback (most recent call last):", '  File "p.py", line 9, in <module>', "    asyncio.run(main())",
                 '  File "/usr/lib/python3.13/asyncio/runners.py", line 195, in run', "    return runner.run(main)",
                 "           ~~~~~~~~~~^^^^^^",
                 '  File "/usr/lib/python3.13/asyncio/runners.py", line 118, in run', "    return self._loop.run()",
                 '  File "p.py", line 5, in main', "    await x", "TypeError: no"]))

    def test_a_folded_line_next_to_a_whole_frame_stays_one(self):
        self.assertEqual(["  [frames in asyncio]", "E"],
                         conformance.fold(["  [frames in asyncio]", '  File "/usr/lib/python3.13/asyncio/tasks.py", line 1, in f', "    x", "E"]))

    def test_a_group_keeps_its_margin(self):
        self.assertEqual(["  |   [frames in asyncio]", "  | ValueError: 1"],
                         conformance.fold(['  |   File "/usr/lib/python3.13/asyncio/tasks.py", line 1, in f', "  |     x", "  | ValueError: 1"]))

    def test_each_module_of_the_standard_library_has_its_own_line(self):
        self.assertEqual(["  [frames in contextlib]", "  [frames in collections]", "  [frames in abc]", '  File "p.py", line 1, in f', "    y"],
                         conformance.fold(['  File "/usr/lib/python3.13/contextlib.py", line 1, in f', "    x",
                                           '  File "/usr/lib/python3.13/collections/__init__.py", line 1, in f', "    x", "  [frames in collections]",
                                           '  File "<frozen abc>", line 106, in __new__', '  File "p.py", line 1, in f', "    y"]))

    def test_line_numbers_inside_asyncio_do_not_count(self):
        self.assertEqual(["at /usr/lib/python3.13/asyncio/tasks.py:N>"], conformance.fold(["at /usr/lib/python3.13/asyncio/tasks.py:718>"]))


class Differences(unittest.TestCase):
    def differ(self, **changes):
        return conformance.differences(PROGRAM, OK, {**OK, **changes})

    def test_the_same_answer_agrees(self):
        self.assertEqual([], self.differ())

    def test_a_microsecond_is_allowed_and_two_are_not(self):
        self.assertEqual([], self.differ(end_time=1.0000009))
        self.assertIn("the end", self.differ(end_time=1.000002)[0])

    def test_times_do_not_count_where_streams_go_through_a_network_of_the_programs_own(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "p.py"
            stated = "import simul\nsimul.net.latency = 0.2\n"
            program.write_text(stated + "asyncio.open_connection(host, 80)\n", encoding="utf-8")
            self.assertEqual([], conformance.differences(program, OK, {**OK, "end_time": 3.0}))
            self.assertNotEqual([], conformance.differences(program, OK, {**OK, "stdout": [[0.0, "b"], [1.0, "a"]]}))
            program.write_text(stated + "requests.get(url)\n", encoding="utf-8")    # on CPython through the same models
            self.assertNotEqual([], conformance.differences(program, OK, {**OK, "end_time": 3.0}))

    def test_the_time_of_each_line_counts(self):
        self.assertIn("line 2", self.differ(stdout=[[0.0, "a"], [1.5, "b"]])[0])

    def test_text_status_exit_code_stderr_and_exception_count(self):
        for change in ({"stdout": [[0.0, "a"], [1.0, "c"]]}, {"status": "exit"}, {"exit_code": 3}, {"stderr": ["w"]},
                       {"exception": "TypeError: x"}, {"stdout": [[0.0, "a"]]}, {"unterminated": True}, {"blocked": ["Task-1 main"]}):
            self.assertTrue(self.differ(**change), change)

    def test_a_missing_end_time_is_a_difference_and_no_crash(self):
        self.assertTrue(self.differ(end_time=None))

    def test_addresses_and_the_folder_do_not_count(self):
        self.assertEqual([], conformance.differences(
            PROGRAM, {**OK, "stderr": ["<x at 0xADDR> p.py"]}, {**OK, "stderr": ["<x at 0x7f00aa> /nowhere/p.py"]}))


if __name__ == "__main__":
    unittest.main()
