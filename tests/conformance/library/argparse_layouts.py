"""Layouts of one's own, as people make them: wider columns, other metavars, groups from parents, prefixes other than '-', what is deprecated."""
import argparse
import sys


def asked(parser, *lines):
    for line in lines:
        try:
            print(line, "->", parser.parse_args(line.split()))
        except SystemExit as exit:
            print(line, "-> exit", exit.code)
        except argparse.ArgumentError as error:
            print(line, "->", repr(error), error)


wide = argparse.ArgumentParser(prog="wide", formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=100))
wide.add_argument("--a-rather-long-option", metavar="SOMETHING", help="stands beside its help, as the column is far to the right and the line is long enough for it")
wide.add_argument("-x", "--extra", nargs="*", help="more")
wide.print_help()
narrow = argparse.ArgumentParser(prog="narrow", formatter_class=lambda prog: argparse.RawTextHelpFormatter(prog, indent_increment=4, width=40), description="Two\n  lines.", epilog="the end")
narrow.add_argument("what", choices=["this", "that"], help="one of\n  %(choices)s\nfor %(prog)s")
narrow.add_argument("--first-option", "-f", help="a")
narrow.add_argument("--second-option", nargs=2, metavar=("A", "B"))
narrow.add_argument("--third-option", nargs="+")
narrow.print_help()


class Capital(argparse.ArgumentDefaultsHelpFormatter, argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, actions, groups, prefix or "Usage: ")

    def start_section(self, heading):
        super().start_section(heading and heading.upper())

    def _format_action_invocation(self, action):
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        return ", ".join(action.option_strings) + " " + self._format_args(action, action.dest.upper())

    def _get_default_metavar_for_optional(self, action):
        return "<" + action.dest + ">"


own = argparse.ArgumentParser(prog="own", formatter_class=Capital, description="As\n  it is.", add_help=False)
own._optionals.title = "switches"
own.add_argument("-c", "--count", type=int, default=3, help="how many")
own.add_argument("--flag", action="store_true", help="on")
own.add_argument("--none", help=None)
own.add_argument("--hidden", help=argparse.SUPPRESS, default=1)
needed = own.add_argument_group("needed", "What cannot be left out.")
needed.add_argument("--key", required=True, help="the key")
own._action_groups.reverse()
own.print_help()
asked(own, "--key 3", "-c4 --key=x", "--key")

parent = argparse.ArgumentParser(add_help=False)
shared = parent.add_argument_group("shared", "By all.")
shared.add_argument("--level", type=int, default=1)
one_of = parent.add_mutually_exclusive_group(required=True)
one_of.add_argument("--left", action="store_const", const="l", dest="side")
one_of.add_argument("--right", action="store_const", const="r", dest="side")
child = argparse.ArgumentParser(prog="child", parents=[parent], usage="%(prog)s [options]", argument_default=argparse.SUPPRESS)
child.add_argument("-v", "--version", action="version", version="%(prog)s 1.0, of which there is rather a lot to be said in a line that is too long for the eighty columns")
print(child.format_help(), parent.format_usage())
asked(child, "--left --level 3", "--left --right", "", "-v", "-h")

plus = argparse.ArgumentParser(prog="plus", prefix_chars="-+/", exit_on_error=False)
plus.add_argument("+x", "++extra", action="store_true")
plus.add_argument("-x", dest="minus", action="store_false")
plus.add_argument("/f", type=int)
plus.print_help()
asked(plus, "+x", "-x /f 3", "++ex -x", "/f=4", "+xx", "/f x")
only = argparse.ArgumentParser(prog="only", prefix_chars="+")
only.add_argument("+n", "++number", type=int, default=0)
only.add_argument("rest", nargs="*")
asked(only, "+n 3 -a", "++number=5", "+n5", "+h")
try:
    only.add_argument("-n")
    only.add_argument("+a", "-b")
except ValueError as error:
    print(error)

old = argparse.ArgumentParser(prog="old")
old.add_argument("-a", action="store_true", deprecated=True)
old.add_argument("-b", action="store_true")
old.add_argument("--colour", deprecated=True, default="red")
old.add_argument("where", nargs="?", deprecated=True)
commands = old.add_subparsers(title="commands", description="what to do", dest="command", metavar="CMD", help="one of these")
run = commands.add_parser("run", aliases=["r", "go"], help="runs", deprecated=True, description="Runs it.")
run.add_argument("-a", "--all", action="store_true")
commands.add_parser("quiet", help="says nothing")
commands.add_parser("unsaid")
old.print_help()
run.print_usage()
sys.stdout.flush()
asked(old, "-aab here run -a", "--colour blue", "x r", "x quiet", "x jump", "-ac", "-ab=3")
for name, options in (("run", {}), ("new", {"aliases": ["r"]})):
    try:
        commands.add_parser(name, **options)
    except argparse.ArgumentError as error:
        print(error)
try:
    old.add_subparsers()
except argparse.ArgumentError as error:
    print(error)
close = argparse.ArgumentParser(prog="close")
close.add_argument("--verbose", action="store_true")
close.add_argument("--version-of")
close.add_argument("-number", type=int)
close.add_argument("-n", action="store_true")
asked(close, "--ver", "--verb", "-number 3", "-numb=4", "-n", "-nn", "-n3")
print(argparse.Namespace(**{"a-b": 1, "c": 2}), repr(close), close.get_default("verbose"))
