#!/usr/bin/env python3
import argparse, sys, pathlib, enum, textwrap

class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"
    def __str__(self): return self.value

def positive(s):
    n = int(s)
    if n <= 0:
        raise argparse.ArgumentTypeError(f"{s!r} is not positive")
    return n

def build():
    p = argparse.ArgumentParser(prog="tool", description="Does things.\n\nMany.", epilog="bye", formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--version", action="version", version="%(prog)s 1.2")
    p.add_argument("-v", "--verbose", action="count", default=0, help="more words")
    p.add_argument("--level", type=Level, choices=list(Level), default=Level.LOW, help="one of %(choices)s (default: %(default)s)")
    g = p.add_mutually_exclusive_group()
    g.add_argument("--json", action="store_const", dest="fmt", const="json")
    g.add_argument("--csv", action="store_const", dest="fmt", const="csv")
    sub = p.add_subparsers(dest="cmd", required=True, metavar="COMMAND", title="commands")
    a = sub.add_parser("add", help="add numbers", aliases=["plus"])
    a.add_argument("numbers", nargs="+", type=float)
    a.add_argument("--round", type=positive, metavar="N")
    a.set_defaults(func=lambda ns: print("sum", round(sum(ns.numbers), ns.round)))
    b = sub.add_parser("find")
    b.add_argument("path", nargs="?", default=".", type=pathlib.Path)
    b.add_argument("--name", action="append", default=[])
    b.add_argument("--depth", type=int, nargs=2, metavar=("MIN", "MAX"))
    b.add_argument("--color", action=argparse.BooleanOptionalAction, default=True)
    b.set_defaults(func=lambda ns: print(vars(ns) | {"func": 0}))
    return p

def run(*argv):
    print("$ tool", *argv)
    try:
        ns = build().parse_args(argv)
        ns.func(ns)
        return 0
    except SystemExit as e:
        print("exit", e.code)

run("add", "1", "2.5", "--round", "1")
run("-vv", "--json", "find", "src", "--name", "*.py", "--name=*.c", "--depth", "1", "3", "--no-color")
run("--json", "--csv", "find")
run("add")
run("add", "x")
run("add", "1", "--round", "-1")
run("--level", "mid", "find")
run("--level=high", "plus", "1", "2")
run("--version")
run()
run("fly")
run("-h")
run("find", "--help")
run("add", "1", "--bogus")
p = argparse.ArgumentParser(add_help=False)
p.add_argument("--x", required=True); p.add_argument("rest", nargs=argparse.REMAINDER)
print(p.parse_args(["--x", "1", "a", "--b"]), p.parse_known_args(["--x=2"]), p.format_usage(), sep="\n")
q = argparse.ArgumentParser(prog="q", parents=[p], exit_on_error=False, argument_default=argparse.SUPPRESS)
try:
    q.parse_args(["--x"])
except argparse.ArgumentError as e:
    print("error:", e)
