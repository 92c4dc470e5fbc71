# Help texts laid out by argparse's formatters without a parser.
import argparse

parser = argparse.ArgumentParser(prog="prog", add_help=False)
actions = [parser.add_argument("--size", type=int, default=3, help="how much"), parser.add_argument("name", type=str, help="of what\n  two lines")]
for kind in (argparse.HelpFormatter, argparse.RawTextHelpFormatter, argparse.RawDescriptionHelpFormatter, argparse.MetavarTypeHelpFormatter,
             argparse.ArgumentDefaultsHelpFormatter):
    formatter = kind("prog", width=50, max_help_position=20)
    formatter.add_usage(None, actions, [])
    formatter.add_text("A text\n  in two lines that may be filled up or left as it is.")
    formatter.start_section("things")
    formatter.add_text("of the section")
    formatter.add_argument(actions[0])
    formatter.add_arguments(actions[1:])
    formatter.end_section()
    print(kind.__name__)
    print(formatter.format_help(), end="---\n")
