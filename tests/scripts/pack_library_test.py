"""pack_library.py: the packed text is the same program."""
import ast
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import pack_library  # noqa: E402


def meaning(text):
    """The program's tree without its docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            node.body = [one for one in node.body if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
                                                          and isinstance(one.value.value, str))] or [ast.Pass()]
    return ast.dump(tree)


class Stripped(unittest.TestCase):
    def test_every_module_of_the_library_keeps_its_meaning(self):
        modules = sorted((ROOT / "src" / "library").rglob("*.py"))
        self.assertGreater(len(modules), 50)
        for path in modules:
            text = path.read_text(encoding="utf-8")
            self.assertEqual(meaning(text), meaning(pack_library.stripped(text)), path)

    def test_comments_docstrings_and_blank_lines_go(self):
        self.assertEqual("def f(a,b):\n return a+b\n", pack_library.stripped(
            '"""Why."""\n\n# How.\ndef f(a, b):\n    """What."""\n    return a + b  # so\n\n'))

    def test_a_body_that_was_only_a_docstring_passes(self):
        self.assertEqual("class A:\n pass\nx=1\n", pack_library.stripped('class A:\n    """Nothing."""\n\n\nx = 1\n'))

    def test_space_that_tells_tokens_apart_stays(self):
        for line in ("a if b else c", "1 if a else 2", "not a", "1 .real", "x = yield", "a in 'b'", "lambda: 0", "... if a else ..."):
            self.assertEqual(ast.dump(ast.parse(line)), ast.dump(ast.parse(pack_library.stripped(line + "\n"))), line)

    def test_strings_are_left_as_they_are(self):
        for line in ('x = """a\n    b  # c\n"""', 'y = f"é {a:  >{w}}  {{ }} {b!r}"', "z = rf'\\d {1 + 1}'"):
            text = pack_library.stripped("def f():\n    " + line + "\n")
            self.assertIn(line.split(" = ", 1)[1], text)


class Ordered(unittest.TestCase):
    def test_modules_of_like_words_lie_side_by_side_and_none_is_lost(self):
        def module(name, text):
            return (name, False, "library", text)
        first, other, like = module("a", "spam = eggs"), module("b", "red = green"), module("c", "eggs = spam")
        self.assertEqual([first, like, other], pack_library.like_beside_like([first, other, like]))


if __name__ == "__main__":
    unittest.main()
