"""What `simul-run --svg` and `--markdown` write, as a machine that builds documentation would call them."""
import pathlib
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUN = ROOT / "build/release/simul-run"


@unittest.skipUnless(RUN.exists(), "build/release/simul-run is not built")
class SimulRunFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_program(self, *words, program=ROOT / "examples/02_one_blocking_call.py"):
        return subprocess.run([RUN, *map(str, words), program], capture_output=True, text=True, timeout=60)

    def test_the_picture_is_xml_with_every_task(self):
        out = self.folder / "picture.svg"
        self.assertEqual(self.run_program("--svg", out).returncode, 0)
        words = [one.text for one in tree.parse(out).iter("{http://www.w3.org/2000/svg}text")]
        for name in ("Event loop", "main", "A", "B", "C", "report", "blocked by report"):
            self.assertIn(name, words)

    def test_every_example_makes_a_picture_that_parses(self):
        for program in sorted((ROOT / "examples").glob("[0-9]*.py"))[::7]:
            out = self.folder / f"{program.stem}.svg"
            self.run_program("--svg", out, program=program)
            self.assertTrue(tree.parse(out).getroot().tag.endswith("svg"), program.name)

    def test_the_page_names_the_picture_beside_it_and_has_program_output_and_end(self):
        out = self.folder / "blocking.md"
        ran = self.run_program("--markdown", out)
        self.assertEqual(ran.returncode, 0)
        page = out.read_text()
        self.assertIn("](<blocking.svg>)", page)
        self.assertIn("```python\n", page)
        self.assertIn("   1.500  report written\n", page)
        self.assertTrue(page.endswith("Finished at 2.000 s.\n"))
        tree.parse(self.folder / "blocking.svg")
        self.assertIn("report written", ran.stdout)  # and it prints what it prints all the same

    def test_a_program_that_does_not_compile_still_makes_both(self):
        program = self.folder / "wrong.py"
        program.write_text("def f(:\n")
        out = self.folder / "wrong.md"
        self.assertEqual(self.run_program("--markdown", out, program=program).returncode, 1)
        self.assertIn("SyntaxError", out.read_text())
        self.assertIn("Nothing ran.", (self.folder / "wrong.svg").read_text())

    def test_a_file_that_cannot_be_written_is_a_sentence_and_exit_code_2(self):
        ran = self.run_program("--svg", self.folder / "none" / "picture.svg")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("can't write the picture", ran.stderr)


if __name__ == "__main__":
    unittest.main()
