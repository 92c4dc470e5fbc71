"""Asks CPython 3.13 about every expect_program() of the tests beside this file.

    python3 tests/vm/judge_programs.py [PYTHON3.13] [--fix]

Prints each program whose text on stdout or stderr differs from what the test expects; --fix writes CPython's answers into
the tests. Paths are cut to main.py, asyncio's own frames are folded to one line as the VM shows them.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

CALL = re.compile(r'expect_program\(R"py\((.*?)\)py",\s*R"out\((.*?)\)out"(?:,\s*R"err\((.*?)\)err")?\);', re.S)
FRAME = re.compile(r'  File "[^"]*asyncio/[^"]*", line .*\n(?:    .*\n)*')


def answer(python, program):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "main.py")
        path.write_text(program)
        done = subprocess.run([python, str(path)], capture_output=True, text=True, timeout=60)
        texts = []
        for text in (done.stdout, done.stderr):
            text = text.replace(str(path), "main.py")
            text = FRAME.sub("  [frames in asyncio]\n", text)
            texts.append(re.sub(r"(  \[frames in asyncio\]\n)+", "  [frames in asyncio]\n", text))
        return texts


def main():
    words = [word for word in sys.argv[1:] if word != "--fix"]
    python = words[0] if words else "python3.13"
    wrong = count = 0
    for file in sorted(pathlib.Path(__file__).parent.glob("*_test.cpp")):
        text = file.read_text()

        def judged(match):
            nonlocal wrong, count
            program, out, err = (part or "" for part in match.groups())
            count += 1
            expected = [part.removeprefix("\n") for part in (out, err)]
            got = answer(python, program.removeprefix("\n"))
            if got == expected:
                return match.group(0)
            wrong += 1
            print(f"{file.name}: {program.strip().splitlines()[0]!r}\n  test: {expected}\n  CPython: {got}")
            tail = f',\n                 R"err(\n{got[1]})err"' if got[1] else ""
            return f'expect_program(R"py({program})py",\n                 R"out(\n{got[0]})out"{tail});'

        fixed = CALL.sub(judged, text)
        if "--fix" in sys.argv and fixed != text:
            file.write_text(fixed)
    print(f"{count} programs, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
