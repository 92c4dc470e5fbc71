"""Options in front of every section, where the parser is told to take them."""
import configparser
import sys

parser = configparser.ConfigParser(allow_unnamed_section=True)
parser.read_string("a = 1\nb = two\n\n[named]\nc = 3\n")
print(parser.sections(), parser.get(configparser.UNNAMED_SECTION, "a"), parser[configparser.UNNAMED_SECTION]["b"], parser.getint(configparser.UNNAMED_SECTION, "a"), repr(configparser.UNNAMED_SECTION), parser[configparser.UNNAMED_SECTION])
parser["DEFAULT"] = {"d": "4"}
parser.write(sys.stdout)
parser.read_string("e = 5\n[other]\n")
print(parser.options(configparser.UNNAMED_SECTION), parser.sections())
first = configparser.ConfigParser(allow_unnamed_section=True)
first.read_string("[named]\nx = 1\n")
print(first.sections(), parser.has_section(configparser.UNNAMED_SECTION), first.remove_section(configparser.UNNAMED_SECTION), first.sections())
first.write(sys.stdout)
for text in ("a = 1\na = 2\n", "  a = 1\n  b\n", "word\n"):
    try:
        configparser.ConfigParser(allow_unnamed_section=True).read_string(text)
    except configparser.Error as error:
        print(type(error).__name__, error)
try:
    configparser.ConfigParser().read_string("a = 1\n")
except configparser.MissingSectionHeaderError as error:
    print(error)
