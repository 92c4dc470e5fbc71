"""Everything configparser refuses, by its class: words, attributes, arguments."""
import configparser

TEXTS = {"no header": "a = 1\n", "section twice": "[a]\n[a]\n", "option twice": "[a]\nx = 1\nX = 2\n", "not an option": "[a]\nword\n= 3\n",
         "continued": "[a]\nword\n  more\n"}
for about, text in TEXTS.items():
    parser = configparser.ConfigParser(allow_no_value=about == "continued")
    try:
        parser.read_string(text, "file.ini")
    except configparser.Error as error:
        print(about, "|", type(error).__name__, "|", error, "|", error.args, "|", sorted(vars(error).items()))
for action in (lambda: parser.get("b", "x"), lambda: parser.get("a", "x"), lambda: parser.options("b"), lambda: parser.items("b"), lambda: parser.set("b", "x", "1"),
               lambda: parser.add_section("a"), lambda: parser.getint("a", "y"), lambda: parser["b"], lambda: parser["a"]["y"], lambda: parser.remove_option("b", "x"),
               lambda: parser.has_option("b", "x"), lambda: parser.has_option("", "x"), lambda: parser.has_option("a", "x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, "|", error, "|", error.args, "|", repr(error))
marked = configparser.ConfigParser()
marked.read_string("[s]\na = %(b)s\nb = %(a)s\nc = %(missing)s\nd = 5%\ne = %(open\nf = %%done%%\n")
for option in "abcdef":
    try:
        print(option, marked.get("s", option), marked.get("s", option, raw=True))
    except configparser.InterpolationError as error:
        print(option, type(error).__name__, "|", error, "|", error.args, "|", (error.section, error.option, getattr(error, "reference", None)))
print(configparser.MAX_INTERPOLATION_DEPTH, configparser.DEFAULTSECT)
for kind in (configparser.NoSectionError, configparser.NoOptionError, configparser.DuplicateSectionError, configparser.DuplicateOptionError, configparser.InterpolationError,
             configparser.InterpolationDepthError, configparser.InterpolationMissingOptionError, configparser.InterpolationSyntaxError, configparser.ParsingError,
             configparser.MissingSectionHeaderError, configparser.MultilineContinuationError):
    print([each.__name__ for each in kind.__mro__[:-3]])
print(configparser.DuplicateSectionError("s"), configparser.DuplicateSectionError("s", "f"), configparser.DuplicateSectionError("s", "f", 3), sep="\n")
print(configparser.DuplicateOptionError("s", "o"), configparser.DuplicateOptionError("s", "o", "f"), configparser.DuplicateOptionError("s", "o", "f", 12), sep="\n")
several = configparser.ParsingError("f.ini")
several.append(3, "bad\n")
several.append(12, "worse\n")
print(several, several.errors, several.source, several.args, several.message == str(several))
print(repr(configparser.NoOptionError("o", "s")), configparser.NoSectionError("s").section, repr(configparser.InterpolationError("o", "s", "why")))
try:
    raise configparser.Error("plain")
except configparser.Error as error:
    print(error, error.message, repr(error))
