"""What the scripts that hold Simul's names beside CPython's share: whom they ask, and which programs count as a use.

A name counts as used only by a program whose answers are CPython's: those in tests/conformance and examples.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SIMUL_RUN = ROOT / "build" / "release" / "simul-run"


def python():
    return (ROOT / ".toolchain" / "python.path").read_text().strip()


def ask_cpython(text):
    """What this program prints as JSON under CPython 3.13."""
    return json.loads(subprocess.run([python(), "-W", "ignore", "-c", text], check=True, capture_output=True, text=True).stdout)


def ask_simul(program, text):
    """The lines that this program prints under simul-run."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "names.py"
        file.write_text(text)
        answer = subprocess.run([str(program), str(file)], capture_output=True, text=True, timeout=60)
    if answer.returncode:
        sys.exit(f"simul-run failed:\n{answer.stderr}")
    return answer.stdout.splitlines()


def programs():
    files = [*(ROOT / "tests" / "conformance").rglob("*.py"), *(ROOT / "examples").rglob("*.py")]
    return {file: file.read_text() for file in sorted(files)}


def run(document, script, table, build):
    """The command line of a script that makes such a table with `build(simul_run)`."""
    if sys.version_info < (3, 13):    # the programs are in the reference's grammar, which an older Python does not read
        os.execve(python(), [python(), "-B", "-W", "ignore", *sys.argv], {**os.environ, "SIMUL_PYTHON": python()})
    parser = argparse.ArgumentParser(description=document, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--simul-run", default=SIMUL_RUN, type=pathlib.Path)
    options = parser.parse_args()
    made = build(options.simul_run)
    write_or_check(table, made, options.check, script)
    print(made.split("\n")[5])


def write_or_check(file, made, check, script):
    """Writes what was made; with `check` says only whether it stands there already, and ends with 1 where it does not."""
    name = file.relative_to(ROOT)
    if not check:
        file.write_text(made)
    elif not file.exists() or file.read_text() != made:
        sys.exit(f"{name} is not current: run scripts/{script}")
    else:
        print(f"{name} is current")
