"""Description and epilog as they are written, with lines of their own before and after: no two blank lines stand together."""
import argparse

parser = argparse.ArgumentParser(
    prog="tool", add_help=False, formatter_class=argparse.RawDescriptionHelpFormatter,
    description="""

    What it does:

        one thing


        and another
    """,
    epilog="""

    Examples:
        tool -a

    """)
parser.add_argument("-a", action="store_true", help="""all
    of them""")
parser.add_argument("--name", help="whose")
parser.print_help()
print("---")
group = parser.add_argument_group("more", """
    of the same

    """)
group.add_argument("-b", action="store_true")
print(repr(parser.format_help()))
plain = argparse.ArgumentParser(prog="plain", description="\n\n  text  \n\n", epilog="\n\n\nend\n\n")
print(repr(plain.format_help()))
print(repr(argparse.ArgumentParser(prog="none", add_help=False).format_help()))
