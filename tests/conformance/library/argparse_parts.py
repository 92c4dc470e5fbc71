# argparse: groups, exclusions, subcommands, actions of one's own, and what is printed before the exit.
import argparse
import sys

parser = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="That is all.", formatter_class=argparse.RawDescriptionHelpFormatter)
source = parser.add_argument("source", help="where from")
parser.add_argument("more", nargs=argparse.ZERO_OR_MORE, default=["nothing"])
group = parser.add_argument_group("limits", "How much is too much.")
group.add_argument("--limit", type=int, default=10, metavar="N", help="at most N (default: %(default)s)")
group.add_argument("--ratio", type=float, choices=[0.5, 1.0])
either = parser.add_mutually_exclusive_group()
either.add_argument("--quiet", action="store_true")
either.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--secret", help=argparse.SUPPRESS)
parser.add_argument("--maybe", nargs=argparse.OPTIONAL, const="there", default="absent")
parser.add_argument("--many", nargs=argparse.ONE_OR_MORE, action="extend")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=None)
parser.set_defaults(mode="fast")
print(parser.format_help())
parser.print_usage()
print(source.dest, parser.get_default("limit"), parser.get_default("mode"), isinstance(source, argparse.Action))
for text in ("a", "a b c --limit 3", "a -vv --maybe", "a --maybe x --many 1 2 --many 3", "a --no-flag --ratio 0.5", "a --lim 4", "-- --odd", "a -v --limit=-5"):
    print(text, "->", sorted(vars(parser.parse_args(text.split())).items()))


class Squared(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print("action", self.dest, values, option_string)
        setattr(namespace, self.dest, values ** 2)


other = argparse.ArgumentParser(prog="other", add_help=False, exit_on_error=False, usage="%(prog)s [-n N] command")
other.add_argument("-n", dest="number", action=Squared, type=int)
subs = other.add_subparsers(dest="command", required=True, title="commands")
run = subs.add_parser("run", help="runs", aliases=["r"])
run.add_argument("rest", nargs=argparse.REMAINDER)
print(other.parse_args(["-n", "4", "run", "x", "--y"]), other.parse_args(["r"]), other.format_usage(), end="")
print(other.parse_known_args(["run"]), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1), argparse.Namespace(b=[2]))
for words in (["-n", "x", "run"], ["jump"], []):
    try:
        other.parse_args(words)
    except argparse.ArgumentError as error:
        print("ArgumentError", error, error.argument_name)
sys.stderr = sys.stdout
for words in ([], ["a", "--limit", "x"], ["a", "--quiet", "-v"], ["a", "--ratio", "2"], ["a", "--unknown"], ["a", "--many"], ["a", "--m", "x"], ["-h"]):
    try:
        parser.parse_args(words)
    except SystemExit as error:
        print("exit", error.code)
for leaving in (lambda: parser.error("of one's own"), lambda: parser.exit(3, "goodbye\n"), lambda: parser.exit()):
    try:
        leaving()
    except SystemExit as error:
        print("exit", error.code)
raw = argparse.ArgumentParser(prog="raw", formatter_class=argparse.RawTextHelpFormatter, description="kept\n  as it is")
raw.add_argument("-x", help="one\ntwo")
print(raw.format_help())
