# argparse: what words become, what is refused and how, usage and help.
import argparse
import sys


def check_port(text):
    port = int(text)
    if not 0 < port < 65536:
        raise argparse.ArgumentTypeError(f"{port} is no port")
    return port


def make():
    parser = argparse.ArgumentParser(prog="fetch", description="Fetches pages, several at once, and says how long it took for each.",
                                     epilog="See %(prog)s --help.")
    parser.add_argument("url", help="where to begin")
    parser.add_argument("more", nargs="*", help="other pages")
    parser.add_argument("-n", "--limit", type=int, default=3, metavar="N", help="at most N at once (default: %(default)s)")
    parser.add_argument("-v", "--verbose", action="count", default=0)
    parser.add_argument("--timeout", type=float, help="seconds, after which a page is given up; 0 means never, which is seldom what one wants")
    parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
    parser.add_argument("--header", action="append", nargs=2, metavar=("NAME", "VALUE"))
    parser.add_argument("--port", type=check_port)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--cache", action=argparse.BooleanOptionalAction, default=True)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("-q", "--quiet", action="store_true")
    group.add_argument("--log", nargs="?", const="log.txt")
    parser.add_argument("--version", action="version", version="%(prog)s 1.0")
    return parser


parser = make()
for words in [["u"], ["u", "v", "w", "-n", "5", "-vv"], ["-n5", "u", "--mode=slow", "--dry-run"], ["--lim", "7", "u", "--no-cache"],
              ["--header", "a", "b", "--header", "c", "d", "u"], ["u", "--log"], ["u", "--log", "x"], ["--", "-u"], ["-vn2", "u", "v"], ["u", "-n", "-4"]]:
    print(words, parser.parse_args(words))
print(parser.parse_known_args(["u", "--strange", "-x", "1"]))
for words in [[], ["u", "-n", "x"], ["u", "--mode", "odd"], ["u", "--port", "0"], ["u", "--nope"], ["u", "-q", "--log"], ["u", "--timeout"],
              ["u", "--header", "a"], ["u", "--ver", "--verb"], ["u", "--dry-run=1"], ["--version"], ["u", "-qx"]]:
    try:
        print(parser.parse_args(words))
    except SystemExit as exit:
        sys.stderr.flush()
        print(words, "exit", exit.code)
print(parser.format_usage())
parser.print_help()

commands = argparse.ArgumentParser(prog="tool", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
commands.add_argument("--level", type=int, default=1, help="how much")
sub = commands.add_subparsers(dest="command", required=True, help="what to do")
add = sub.add_parser("add", help="adds numbers")
add.add_argument("numbers", type=int, nargs="+")
add.set_defaults(act=sum)
show = sub.add_parser("show")
show.add_argument("--all", action="store_const", const=9, default=0)
print(commands.parse_args(["--level", "2", "add", "1", "2"]).numbers, commands.parse_args(["show", "--all"]))
found = commands.parse_args(["add", "4", "5"])
print(found.act(found.numbers), vars(commands.parse_args(["show"])))
for words in [[], ["nope"], ["add"], ["add", "x"], ["-h"], ["add", "-h"]]:
    try:
        commands.parse_args(words)
    except SystemExit as exit:
        print(words, "exit", exit.code)

quiet = argparse.ArgumentParser(exit_on_error=False, add_help=False)
quiet.add_argument("--size", type=int, required=True)
for words in [["--size", "x"], ["--size", "3"], []]:
    try:
        print(quiet.parse_args(words))
    except argparse.ArgumentError as error:
        print(repr(str(error)), error.argument_name)
print(argparse.Namespace(a=1, b="x") == argparse.Namespace(a=1, b="x"), "a" in argparse.Namespace(a=1))
print(argparse.ArgumentParser().parse_args())
