"""argparse, as scripts have it at their end."""
import argparse
import pathlib
import sys
import textwrap
from datetime import date


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return n


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [v.upper() for v in values] if isinstance(values, list) else values.upper())


def build():
    p = argparse.ArgumentParser(prog="tool", description="Does things.\n  Many of them.", epilog="That is all.", formatter_class=argparse.RawDescriptionHelpFormatter,
                                fromfile_prefix_chars="@", allow_abbrev=True)
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    p.add_argument("-v", "--verbose", action="count", default=0, help="say more (default: %(default)s)")
    p.add_argument("-q", "--quiet", action="store_true")
    p.add_argument("--level", choices=["low", "high"], default="low")
    p.add_argument("-n", "--number", type=positive, metavar="N", help="how many")
    p.add_argument("--when", type=date.fromisoformat)
    p.add_argument("--color", action=argparse.BooleanOptionalAction, default=True)
    p.add_argument("--tag", action="append", default=[])
    p.add_argument("--const", action="store_const", const=42)
    p.add_argument("--pair", nargs=2, type=float, metavar=("X", "Y"))
    p.add_argument("--opt", nargs="?", const="bare", default="absent")
    p.add_argument("--up", nargs="*", action=Upper)
    g = p.add_argument_group("group", "things that belong together")
    g.add_argument("--alpha", help=argparse.SUPPRESS)
    m = p.add_mutually_exclusive_group()
    m.add_argument("--fast", action="store_const", dest="speed", const="fast")
    m.add_argument("--slow", action="store_const", dest="speed", const="slow")
    p.add_argument("path", type=pathlib.Path, nargs="?", default=".")
    p.set_defaults(func=None)
    return p


p = build()
p.print_help()
print(p.format_usage())
for line in ["", "-vvv --level high x/y", "-n 3 --when 2024-02-29 --no-color", "--tag a --tag b --const --opt --up a b", "--pair 1 2.5 --opt x -- -dash", "--fast", "-qvn5", "--lev=high"]:
    print(p.parse_args(line.split()))
for line in ["-n 0", "-n x", "--level mid", "--when yesterday", "--fast --slow", "--pair 1", "a b", "--nope", "--ver", "-n", "--t=1 --tag", "--c"]:
    try:
        p.parse_args(line.split())
    except SystemExit as e:
        print("exit", e.code)
    sys.stderr.flush()
print(p.parse_known_args(["--unknown", "-v", "x", "y"]))
sub = argparse.ArgumentParser("git", exit_on_error=False)
cmds = sub.add_subparsers(title="commands", dest="cmd", required=True, metavar="CMD")
c = cmds.add_parser("clone", help="copy", aliases=["cl"])
c.add_argument("url"); c.add_argument("--depth", type=int, default=1)
d = cmds.add_parser("push", help="send"); d.add_argument("-f", "--force", action="store_true"); d.set_defaults(func=lambda ns: "pushed")
sub.print_help()
print(sub.parse_args(["clone", "http://x", "--depth", "5"]), sub.parse_args(["push", "-f"]).func(None), sub.parse_args(["cl", "u"]).cmd)
for args in (["clone"], ["clone", "u", "--depth", "x"], ["zap"], []):
    try:
        print(sub.parse_args(args))
    except argparse.ArgumentError as e:
        print("ArgumentError", e)
    except SystemExit as e:
        print("SystemExit", e.code)
c.print_usage()
ns = argparse.Namespace(a=1, b="x")
print(ns, "a" in ns, vars(ns), ns == argparse.Namespace(b="x", a=1))
for fn in (lambda: p.add_argument("--level"), lambda: p.add_argument("x", dest="y"), lambda: p.add_argument("-z", nargs=0), lambda: p.add_argument("--w", action="zap"), lambda: p.add_argument("--w", type="int"),
           lambda: p.add_argument("--w", required=True, nope=1), lambda: argparse.ArgumentParser(zap=1)):
    try:
        fn()
    except Exception as e:
        print(type(e).__name__, e)
w = argparse.ArgumentParser(prog="w", formatter_class=argparse.ArgumentDefaultsHelpFormatter, add_help=False, usage="%(prog)s [stuff]")
w.add_argument("--long-option-name-here", default=3, help="a help text that is long enough to be wrapped over more than just a single line of text")
w.add_argument("pos", nargs="+", help="some")
w.print_help()
print(w.parse_args(["a", "b"]), w.get_default("long_option_name_here"))
ip = argparse.ArgumentParser(prog="ip"); ip.add_argument("--foo"); ip.add_argument("cmd"); ip.add_argument("rest", nargs="*", type=int)
print(ip.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
m = argparse.ArgumentParser(prog="mv", formatter_class=argparse.MetavarTypeHelpFormatter); m.add_argument("--n", type=int); m.add_argument("s", type=str); m.print_help()
build().parse_args(["--help"])
