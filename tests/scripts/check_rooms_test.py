"""check_rooms.py on small houses: each rule is broken once and must be named, with its place."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import check_rooms  # noqa: E402

HOUSE = """
simul_room(base)
simul_room(syntax   DEPENDS base)   # a remark: simul_room(ghost)
simul_room(compiler DEPENDS syntax)
simul_room(vm       DEPENDS base
                    USES boost)
if(EMSCRIPTEN)
  simul_room(render DEPENDS base USES imgui)
endif()
"""


class Rules(unittest.TestCase):
    def errors(self, files, house=HOUSE, tested=True):
        if tested:    # but for the rule about it, every room has its test
            files = {f"tests/{room}/{room}_test.cpp": "" for room in ("syntax", "compiler", "vm", "render")} | {
                f"src/{room}/{room}.hpp": "" for room in ("syntax", "compiler", "vm", "render")} | files
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {"CMakeLists.txt": house, **files}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check_rooms.check(root)

    def test_what_a_room_depends_on_and_theirs_may_be_included(self):
        self.assertEqual([], self.errors({
            "src/compiler/a.cpp": '#include "compiler/a.hpp"\n#include "syntax/b.hpp"\n#include "base/c.hpp"\n#include <vector>\n',
            "src/app/bridge.cpp": '#include "vm/x.hpp"\n#include <emscripten.h>\n',
            "src/render/gl.cpp": '#include <GLES3/gl3.h>\n#include <imgui.h>\n',
            "tests/compiler/a_test.cpp": '#include <gtest/gtest.h>\n#include "support/text.hpp"\n#include "syntax/b.hpp"\n'}))

    def test_an_include_upwards_names_the_place_the_rooms_and_the_rule(self):
        self.assertEqual(
            ['src/vm/x.cpp:2 includes "syntax/ast.hpp": vm may include only base (rule: down)'],
            self.errors({"src/vm/x.cpp": '#include "base/c.hpp"\n#include "syntax/ast.hpp"\n'}))

    def test_a_test_may_include_no_more_than_its_room(self):
        found = self.errors({"src/vm/x.cpp": "", "tests/vm/x_test.cpp": '#include "compiler/a.hpp"\n'})
        self.assertEqual(['tests/vm/x_test.cpp:1 includes "compiler/a.hpp": vm may include only base (rule: down)'], found)

    def test_a_library_belongs_to_the_rooms_that_use_it(self):
        found = self.errors({"src/vm/x.cpp": '#include <boost/a.hpp>\n#include "imgui.h"\n#include <emscripten/html5.h>\n'})
        self.assertEqual(2, len(found))
        self.assertIn('x.cpp:2 includes "imgui.h": vm does not USE imgui (rule: uses)', found[0])
        self.assertIn("x.cpp:3 includes <emscripten/html5.h>: only render and app know the browser (rule: uses)", found[1])

    def test_an_include_of_ours_starts_at_src(self):
        found = self.errors({"src/vm/x.cpp": '#include "heap.hpp"\n#include "../base/c.hpp"\n'})
        self.assertEqual(2, len(found))
        self.assertTrue(all("(rule: rooted)" in error for error in found))

    def test_what_an_old_compiler_cannot_await_is_named_first(self):
        found = self.errors({"src/vm/x.cpp":
            "a = co_await f(vm, {});\nb = co_await Until{due_ns};\nif (x) {\n  co_await g();\n}\nwhile (co_await h()) {\n}\n"
            "c = co_await f(vm, {a, b});\nd = co_await f(vm,\n    Call{a, std::move(b)});\ne = co_await (a ? f() : g());\n"
            "h = a ? co_await f() : 1;\nk = a ? co_await f()\n      : co_await g();\n"})
        self.assertEqual([8, 9, 11, 13], [int(error.split(":")[1].split()[0]) for error in found])

    def test_every_file_of_src_is_in_a_room(self):
        found = self.errors({"src/ghost/x.cpp": "", "src/main.cpp": ""})
        self.assertEqual(2, len(found))
        self.assertTrue(all("(rule: housed)" in error for error in found))

    def test_a_room_named_too_late_is_a_cycle_in_the_making(self):
        found = self.errors({}, "simul_room(base DEPENDS vm)\nsimul_room(vm DEPENDS base)\n", tested=False)
        self.assertEqual(["CMakeLists.txt: base DEPENDS on vm, which is not a room named before it (rule: order)"], found)

    def test_a_test_stands_for_a_source_file(self):
        found = self.errors({"src/vm/x.hpp": "", "tests/vm/x_test.cpp": "", "tests/vm/y_test.cpp": "", "tests/vm/helper.cpp": ""})
        self.assertEqual(2, len(found))
        self.assertIn("tests/vm/helper.cpp: a test is named", found[0])
        self.assertIn("tests/vm/y_test.cpp stands for no file", found[1])

    def test_code_without_any_test_is_named(self):
        found = self.errors({"src/vm/x.cpp": "", "src/base/only_a_header.hpp": "", "src/app/bridge.cpp": ""}, tested=False)
        self.assertEqual(["src/vm has code and no test: there is no tests/vm/*_test.cpp (rule: tested)"], found)

    def test_the_page_knows_only_the_bridge(self):
        found = self.errors({"src/app/bridge.hpp": "void simul_run(double now_ms);\n",
                             "web/main.ts": "import { a } from './face.ts';\nimport b from '../src/x.ts';\nm._simul_run(1);\nm._simul_peek();\n"})
        self.assertEqual(2, len(found))
        self.assertIn('web/main.ts:2 imports "../src/x.ts"', found[0])
        self.assertIn("web/main.ts:4 calls simul_peek", found[1])

    def test_the_drawing_has_an_arrow_for_each_dependency(self):
        rooms, _ = check_rooms.read_rooms(HOUSE)
        drawing = check_rooms.dot(rooms)
        self.assertIn("compiler -> syntax;", drawing)
        self.assertIn("app -> compiler;", drawing)
        self.assertNotIn("ghost", drawing)


if __name__ == "__main__":
    unittest.main()
