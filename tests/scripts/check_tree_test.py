"""check_tree.py: what may not be in git."""
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import check_tree  # noqa: E402


class Problems(unittest.TestCase):
    def of(self, name, data):
        return list(check_tree.problems(name, data))

    def test_plain_source_is_fine(self):
        self.assertEqual([], self.of("src/base/a.cpp", b"// see https://docs.python.org/3.13/\n#include <a>\nsrc/" + b"work/x\n"))

    def test_a_machines_path_is_named_with_its_line(self):
        self.assertEqual(1, len(self.of("a.md", b"ok\nsee /" + b"root/x\n")))
        self.assertIn("line 2", self.of("a.md", b"ok\nsee /" + b"root/x\n")[0])

    def test_a_registry_and_a_lock_file_that_names_one_are_found(self):
        self.assertTrue(self.of("a.txt", b"https://regi" + b"stry.example/simul\n"))
        self.assertTrue(self.of("package-lock.json", b'"resolved": "x"\n'))

    def test_binaries_generated_and_large_files_are_found_and_pictures_have_their_places(self):
        self.assertTrue(self.of("a.bin", b"\0\1"))
        self.assertTrue(self.of("dist/app.js", b""))
        self.assertTrue(self.of("a.txt", b" " * 1_500_001))
        self.assertEqual([], self.of("docs/run.png", b"\x89PNG\0"))
        self.assertTrue(self.of("src/run.png", b"\x89PNG\0"))


if __name__ == "__main__":
    unittest.main()
