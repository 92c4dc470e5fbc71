# How the usage draws exclusive groups: one shown member, groups inside groups, options beside a position.
import argparse
import warnings


def shown(build, **how):
    parser = argparse.ArgumentParser(prog="tool", **how)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        build(parser)
    print(parser.format_usage(), end="")


def one_of_two_hidden(parser, required=False):
    group = parser.add_mutually_exclusive_group(required=required)
    group.add_argument("-x", help=argparse.SUPPRESS)
    group.add_argument("-y", action="store_true")


def nested(parser, required=False):
    outer = parser.add_mutually_exclusive_group(required=required)
    outer.add_argument("-a")
    outer.add_argument("-b")
    inner = outer.add_mutually_exclusive_group(required=required)
    inner.add_argument("-c")
    inner.add_argument("-d")
    innermost = inner.add_mutually_exclusive_group(required=required)
    innermost.add_argument("-e")
    innermost.add_argument("-f")


def with_position(parser, required=False):
    group = parser.add_mutually_exclusive_group(required=required)
    group.add_argument("--foo", action="store_true")
    group.add_argument("--spam")
    group.add_argument("badger", nargs="*", default="X")


for build in one_of_two_hidden, nested, with_position:
    shown(build)
    shown(lambda parser: build(parser, required=True))


def long(parser):
    with_position(parser)
    parser.add_argument("--another-long-option", metavar="WITH_A_LONG_VALUE")
    parser.add_argument("--yet-another-long-option", metavar="WITH_A_LONG_VALUE")


shown(long)
parser = argparse.ArgumentParser()
for words in ({}, {"action": "store"}):
    try:
        parser.add_argument(**words)
    except TypeError as error:
        print(error)
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    parser.add_argument("--flag", action=argparse.BooleanOptionalAction, metavar="F", choices=None)
print([str(each.message) for each in told])
