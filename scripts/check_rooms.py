#!/usr/bin/env python3
"""check_rooms.py [--root DIR] [--dot]: are the house's rules kept?

The rules are CMakeLists.txt's own lines, simul_room(NAME DEPENDS ROOM... USES LIBRARY...), lowest room first:
  down      a room may include itself, the rooms it DEPENDS on, and theirs; `app` may include every room
  order     a room DEPENDS only on rooms named before it, so that there is no cycle
  uses      a library from outside is included only by rooms that USE it; the browser's (emscripten, GL) only by render and app
  rooted    an include of our own is rooted at src/: "vm/heap.hpp", never "heap.hpp" or "../vm/heap.hpp"
  housed    every file of src/ is in a room
  mirror    tests/<room>/<file>_test.cpp stands for src/<room>/<file>.*, and includes what its room may
  tested    a room with code (*.cpp) has at least one test file; `app` is tested from outside, by conformance and in the browser
  awaited   inside a co_await stand no braces with something in them but a single name, and no ?: with an await's operand; no ?:
            has an await on both its sides: g++ 12 drops or doubles what they make
  bridge    web/ imports nothing from outside web/ but packages, and calls only functions that src/app/bridge.hpp declares
--dot prints the house for graphviz instead.
"""
import argparse
import pathlib
import re
import sys

LIBRARIES = {    # USES name -> what its headers look like
    "imgui": re.compile(r"imgui"),
    "boost": re.compile(r"boost/"),
    "shaders": re.compile(r"shaders\.hpp$"),
    "unicode": re.compile(r"(?!)"),    # data for a table that is made while building, no header
}
BROWSER = re.compile(r"(emscripten|GLES\d|EGL|webgl)/|emscripten\.h$")
BROWSER_ROOMS = ("render", "app")
INCLUDE = re.compile(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|"(?:[^"\\\n]|\\.)*"')
AWAIT = re.compile(r"\bco_await\b(?:(?!\) \{\n)[^;])*")    # up to its end, or to a block that begins
BRACES = re.compile(r"[\w>,(] ?\{(?!\s*\}|\s*\w+\s*\})")    # no block: that comes after ") "
AWAITED_CHOICE = re.compile(r"\bco_await\s*\([^;?]*\?")
CHOSEN_AWAIT = re.compile(r"\?\s*co_await\b[^;?]*:\s*co_await\b")
CODE = (".cpp", ".hpp", ".h", ".cc", ".def", ".inc")


class Room:
    def __init__(self, name, depends, uses, before):
        self.name, self.depends, self.uses = name, depends, uses
        self.allowed = set()       # rooms it may include, itself apart
        for dep in depends:
            if dep in before:
                self.allowed |= {dep} | before[dep].allowed
        self.used = set(uses)      # a room below hands its libraries on, as the link line does
        for dep in self.allowed:
            self.used |= set(before[dep].uses)


def read_rooms(text):
    """(rooms by name, in the file's order; errors)"""
    rooms, errors = {}, []
    text = re.sub(r"#[^\n]*", "", text)
    for call in re.finditer(r"\bsimul_room\(\s*([^)]*)\)", text):
        words = call[1].split()
        name, lists, into = words[0], {"DEPENDS": [], "USES": []}, None
        for word in words[1:]:
            if word in lists:
                into = lists[word]
            elif into is not None:
                into.append(word)
        for dep in lists["DEPENDS"]:
            if dep not in rooms:
                errors.append(f"CMakeLists.txt: {name} DEPENDS on {dep}, which is not a room named before it (rule: order)")
        for library in lists["USES"]:
            if library not in LIBRARIES:
                errors.append(f"CMakeLists.txt: {name} USES {library}, which scripts/check_rooms.py does not know (rule: uses)")
        rooms[name] = Room(name, lists["DEPENDS"], lists["USES"], rooms)
    if rooms:
        rooms["app"] = Room("app", list(rooms), [], rooms)
    else:
        errors.append("CMakeLists.txt has no simul_room() line")
    return rooms, errors


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1] or match[2], bool(match[1])


def check_file(path, where, room, rooms, errors, extra=()):
    """path's includes, as room may make them; extra: other first folders that are allowed (tests have support/)."""
    for number, target, quoted in includes(path):
        def wrong(text, number=number, target=target, quoted=quoted):
            shown = f'"{target}"' if quoted else f"<{target}>"
            errors.append(f"{where}:{number} includes {shown}: {text}")
        library = next((name for name, form in LIBRARIES.items() if form.match(target)), None)
        if library:
            if library not in room.used:
                wrong(f"{room.name} does not USE {library} (rule: uses)")
            continue
        if BROWSER.match(target):
            if room.name not in BROWSER_ROOMS:
                wrong(f"only {' and '.join(BROWSER_ROOMS)} know the browser (rule: uses)")
            continue
        if not quoted:
            continue
        first = target.split("/")[0]
        if target.startswith(".") or "/" not in target:
            wrong(f'write it from src/ on: "{path.parent.name}/..." (rule: rooted)')
        elif first in rooms:
            if first != room.name and first not in room.allowed:
                may = ", ".join(r for r in rooms if r in room.allowed) or "nothing of ours"
                wrong(f"{room.name} may include only {may} (rule: down)")
        elif first not in extra:
            wrong(f"{first} is not a room (rule: housed)")


def check_awaits(path, where, errors):
    text = COMMENT_OR_TEXT.sub(lambda found: " " * len(found[0]), path.read_text(encoding="utf-8", errors="replace"))
    broken = [found for found in AWAIT.finditer(text) if BRACES.search(found[0]) or AWAITED_CHOICE.match(found[0])]
    for found in broken + list(CHOSEN_AWAIT.finditer(text)):
        line = text.count("\n", 0, found.start()) + 1
        errors.append(f"{where}:{line} awaits something made in braces or chosen by ?: - give it a name first (rule: awaited)")


def check_sources(root, rooms, errors):
    for path in sorted((root / "src").rglob("*")):
        if path.is_dir():
            continue
        where = path.relative_to(root).as_posix()
        parts = path.relative_to(root / "src").parts
        room = rooms.get(parts[0])
        if len(parts) < 2 or room is None:
            errors.append(f"{where} is in no room: CMakeLists.txt has no simul_room({parts[0]}) (rule: housed)")
        elif path.suffix in CODE:
            check_file(path, where, room, rooms, errors)
            check_awaits(path, where, errors)


def check_tests(root, rooms, errors):
    for room in rooms.values():
        folder = root / "tests" / room.name
        if room.name != "app" and any((root / "src" / room.name).glob("*.cpp")) and not any(folder.glob("*_test.cpp")):
            errors.append(f"src/{room.name} has code and no test: there is no tests/{room.name}/*_test.cpp (rule: tested)")
        if not folder.is_dir():
            continue
        for path in sorted(p for p in folder.rglob("*") if p.suffix in CODE):
            where = path.relative_to(root).as_posix()
            check_file(path, where, room, rooms, errors, extra=("support", "gtest", room.name))
            if path.suffix != ".cpp":
                continue
            if not path.stem.endswith("_test"):
                errors.append(f"{where}: a test is named <file>_test.cpp (rule: mirror)")
                continue
            mirrored = root / "src" / room.name / path.relative_to(folder).with_name(path.stem.removesuffix("_test"))
            if not any(mirrored.with_suffix(end).exists() for end in CODE):
                errors.append(f"{where} stands for no file: there is no {mirrored.relative_to(root).as_posix()}.* (rule: mirror)")


def check_web(root, errors):
    web, bridge = root / "web", root / "src" / "app" / "bridge.hpp"
    declared = set(re.findall(r"\bsimul_\w+(?=\()", bridge.read_text(encoding="utf-8"))) if bridge.exists() else set()
    for path in sorted(p for p in web.rglob("*") if p.suffix in (".ts", ".js", ".mjs")) if web.is_dir() else []:
        where = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for name in re.findall(r"\b_(simul_\w+)", line):
                if name not in declared:
                    errors.append(f"{where}:{number} calls {name}, which src/app/bridge.hpp does not declare (rule: bridge)")
            for target in re.findall(r"""(?:\bfrom\s+|\bimport\s*\(?\s*)['"](\.[^'"]*)['"]""", line):
                if not (path.parent / target).resolve().is_relative_to(web.resolve()):
                    errors.append(f'{where}:{number} imports "{target}": web/ knows only itself, packages and the bridge (rule: bridge)')


def dot(rooms):
    lines = ["digraph house {", "  rankdir=BT;", "  node [shape=box];"]
    for room in rooms.values():
        if room.name == "app":
            above = {dep for other in rooms.values() if other is not room for dep in other.depends}
            deps = [name for name in rooms if name not in above and name != "app"]
        else:
            deps = room.depends
        lines += [f"  {room.name} -> {dep};" for dep in deps] or [f"  {room.name};"]
        lines += [f"  {room.name} -> {library} [style=dotted];" for library in room.uses]
    return "\n".join(lines + ["}"])


def check(root):
    """Sentences about each broken rule."""
    rooms, errors = read_rooms((root / "CMakeLists.txt").read_text(encoding="utf-8"))
    if rooms:
        check_sources(root, rooms, errors)
        check_tests(root, rooms, errors)
    check_web(root, errors)
    return errors


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--dot", action="store_true")
    arguments = parser.parse_args()
    if arguments.dot:
        rooms, _ = read_rooms((arguments.root / "CMakeLists.txt").read_text(encoding="utf-8"))
        print(dot(rooms))
        return 0
    errors = check(arguments.root)
    for error in errors:
        print(error)
    print(f"The house's rules: {len(errors)} broken" if errors else "The house's rules are kept")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
