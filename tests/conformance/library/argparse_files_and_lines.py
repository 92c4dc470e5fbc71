"""Arguments from a file with words of one's own, files as arguments, and usages that are asked for in parts."""
import argparse
import sys


class Parser(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, arg_line):
        return arg_line.split()


with open("options.txt", "w") as file:
    file.write("--level 3\n--name deep blue\n")
with open("plain.txt", "w") as file:
    file.write("--level\n5\n")

parser = Parser(prog="tool", fromfile_prefix_chars="@")
parser.add_argument("--level", type=int)
parser.add_argument("--name", nargs="+")
print(parser.parse_args(["@options.txt", "--level", "4"]), parser.convert_arg_line_to_args("a  b c "))
plain = argparse.ArgumentParser(prog="plain", fromfile_prefix_chars="@", exit_on_error=False)
plain.add_argument("--level", type=int)
print(plain.parse_args(["@plain.txt"]), plain.convert_arg_line_to_args("a b"))
try:
    plain.parse_args(["@missing.txt"])
except (argparse.ArgumentError, SystemExit) as error:
    print(type(error).__name__, error)

opened = argparse.ArgumentParser(prog="opened", exit_on_error=False)
opened.add_argument("source", type=argparse.FileType("r"))
opened.add_argument("--to", type=argparse.FileType("w", encoding="utf-8"), default="-")
found = opened.parse_args(["options.txt"])
print(found.source.name, found.source.mode, found.source.read().split("\n"), found.to is sys.stdout)
found.source.close()
found = opened.parse_args(["-", "--to", "new.txt"])
print(found.source is sys.stdin, found.to.name, found.to.write("hello"), found.to.encoding)
found.to.close()
print(argparse.FileType("rb"), argparse.FileType("w", 1, "ascii", "strict"), argparse.FileType(errors="replace"))
for words in (["missing.txt"], ["missing.txt", "--to", "x"]):
    try:
        opened.parse_args(words)
    except (argparse.ArgumentError, SystemExit) as error:
        print(type(error).__name__, error)
try:
    argparse.FileType("x+q")("name")
except ValueError as error:
    print(error)
try:
    argparse.FileType("a+")("-")
except ValueError as error:
    print(error)

mixed = argparse.ArgumentParser(prog="mixed")
mixed.add_argument("--foo")
mixed.add_argument("command")
mixed.add_argument("rest", nargs="*", type=int)
print(mixed.parse_intermixed_args("do 1 --foo bar 2 3".split()))
print(mixed.parse_known_intermixed_args("do 1 --foo bar 2 --strange 3".split()))
print(mixed.parse_known_args("do 1 --foo bar 2".split()))
mixed.add_argument("last", nargs=argparse.REMAINDER)
try:
    mixed.parse_known_intermixed_args([])
except TypeError as error:
    print(error)

flags = argparse.ArgumentParser(prog="flags", add_help=False)
colour = flags.add_argument("--colour", "-c", action=argparse.BooleanOptionalAction, default=True, help="in colours")
size = flags.add_argument("-s", "--size", type=int, default=3)
where = flags.add_argument("where")
print(colour.format_usage(), size.format_usage(), colour.option_strings, colour)
print(size)
print(where, where.option_strings)
print(argparse.PARSER, argparse.SUPPRESS, argparse.OPTIONAL, argparse.ZERO_OR_MORE, argparse.ONE_OR_MORE, argparse.REMAINDER)
commands = flags.add_subparsers(dest="command")
commands.add_parser("go")
print(commands.nargs == argparse.PARSER, flags.format_usage(), end="")

formatter = argparse.HelpFormatter("prog", width=50, max_help_position=20)
formatter.add_usage(None, flags._actions, [])
formatter.start_section("about")
formatter.add_text("This is %(prog)s, which has rather a lot to say about itself, in several lines.")
formatter.add_argument(size)
formatter.end_section()
print(formatter.format_help())
