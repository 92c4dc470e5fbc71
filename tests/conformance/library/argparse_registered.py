"""Types and actions that a parser knows by a word of one's own."""
import argparse


def yes_or_no(text):
    if text not in ("yes", "no"):
        raise ValueError(text)
    return text == "yes"


class Push(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [values, *(getattr(namespace, self.dest) or [])])


parser = argparse.ArgumentParser(prog="known", exit_on_error=False)
parser.register("type", "bool", yes_or_no)
parser.register("action", "push", Push)
parser.add_argument("--ok", type="bool", default="no")
parser.add_argument("--item", action="push")
print(parser.parse_args(["--ok", "yes", "--item", "a", "--item", "b"]), parser.parse_args([]))
group = parser.add_argument_group("group")
group.add_argument("--sure", type="bool")
print(parser.parse_args(["--sure=no"]).sure)
for action in (lambda: parser.parse_args(["--ok", "maybe"]), lambda: parser.add_argument("--x", type="strange"), lambda: parser.add_argument("--x", action="strange"), lambda: parser.add_argument("--x", type=3), lambda: parser.add_argument("--x", nargs="x"), lambda: parser.add_argument("--ok"),
               lambda: parser.add_argument("a", dest="b"), lambda: parser.add_argument("a", required=True), lambda: parser.add_argument("a", nargs=0), lambda: parser.add_argument("--x", action="store_true", nargs=1), lambda: parser.add_argument("--x", metavar=("A", "B")), lambda: parser.add_argument("--z", type=argparse.FileType), lambda: parser.add_argument("--z", action="append", nargs=0), lambda: parser.add_argument("where", action="store_true"), lambda: parser.add_argument("--end", action="version", version="1"), lambda: parser.add_argument("--"),
               lambda: argparse.ArgumentParser(parents=[3]), lambda: argparse.ArgumentParser(conflict_handler="x"), lambda: parser.add_mutually_exclusive_group().add_argument("--y", required=True), lambda: parser.add_argument("x", "y"), lambda: parser.add_argument("-q", "r"), lambda: parser.add_argument("--x", const=1)):
    try:
        print(action())
    except (argparse.ArgumentError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
