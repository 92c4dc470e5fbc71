"""A parser and its sections as dictionaries: views, defaults, what is taken out, and what stays."""
import configparser
import io

parser = configparser.ConfigParser({"colour": "red"})
parser.read_dict({"one": {"A": 1, "b": 2.5, "on": True}, "two": {"c": "3", "colour": "blue"}, "three": {}})
parser.read_file(io.StringIO("[four]\nd = no\ne = 4.5\n"), source="inline")
parser.read_file(["[five]\n", "f : Off\n"])
print(list(parser.keys()), list(parser.values()), parser.has_section("four"), parser.has_section("DEFAULT"), len(parser))
print([(name, dict(section)) for name, section in parser.items()])
print(parser.getboolean("four", "d"), parser.getfloat("four", "e"), parser.getboolean("five", "f"), parser.getfloat("one", "b"), parser.getint("one", "a"), parser.getboolean("one", "on"))
print(parser.setdefault("one", {}), parser.setdefault("six", {"g": "7"}), dict(parser["six"]), parser.get("two", "colour"), "six" in parser, 3 in parser)
print(parser.pop("six"), parser.pop("six", None), parser.sections())
try:
    parser.pop("six")
except KeyError as error:
    print("KeyError", error)
parser.update({"seven": {"h": "8"}, "one": {"only": "this"}})
print(dict(parser["one"]), dict(parser["seven"]))
print(parser.popitem(), parser.sections())
section = parser["two"]
print(section, section.name, section.parser is parser, isinstance(section, configparser.SectionProxy), list(section.keys()), list(section.values()), list(section.items()))
print(section.setdefault("c", "9"), section.setdefault("new", "1"), section.getint("new"), section.get("none"), section.get("none", "x"), section.get("none", fallback="y"))
section.update(k="1", l="2")
print(section.pop("k"), section.pop("k", "gone"), dict(section))
for action in (lambda: section.pop("zz"), lambda: section.pop("colour"), lambda: section.popitem(), lambda: section.popitem(), lambda: section.clear(), lambda: section.update(x=1),
               lambda: section.__setitem__(1, "x"), lambda: section["zz"], lambda: parser.__setitem__("new", {"a": None}), lambda: parser.__delitem__("zz"), lambda: parser.__delitem__("DEFAULT"),
               lambda: parser.update({"q": 3}), lambda: section.getint("colour"), lambda: section.getboolean("colour"), lambda: section.getnothing("x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
    print("   ", dict(section))
parser["DEFAULT"]["size"] = "4"
print(parser.defaults(), dict(parser["three"]), parser["three"].getint("size"), len(parser["three"]), bool(parser["three"]), "SIZE" in parser["three"])
parser["three"] = {"x": "1"}
parser["DEFAULT"] = {"only": "default"}
print(parser.defaults(), dict(parser["three"]), parser == parser, parser["three"] == {"x": "1", "only": "default"})
parser.clear()
print(parser.sections(), list(parser), parser.defaults())
raw = configparser.RawConfigParser()
raw.add_section("s")
raw.set("s", "n", "5")
raw.set("s", "Percent", "50%")
raw.set("s", "none")
raw.read_file(["[t]", "u = yes", "v = 1e3"])
print(raw.getboolean("t", "u"), raw.getfloat("t", "v"), raw.setdefault("t"), raw.optionxform("ABC"), list(raw.keys()), list(raw.values()))
raw.update({"w": {"x": "y"}})
print(raw.pop("w"), dict(raw["s"]), raw.BOOLEAN_STATES == configparser.ConfigParser.BOOLEAN_STATES, raw.get("s", "percent"))
raw.clear()
print(raw.sections(), raw.SECTCRE.match("[a b] c").group("header"), raw.NONSPACECRE.pattern, configparser.RawConfigParser.SECTCRE is configparser.ConfigParser.SECTCRE)


class Yes(configparser.ConfigParser):
    BOOLEAN_STATES = {"sure": True, "never": False}
    SECTCRE = configparser.re.compile(r"<(?P<header>[^>]+)>")

    def optionxform(self, optionstr):
        return optionstr.upper()


own = Yes()
own.read_string("<a>\nx = Sure\ny = never\nz = yes\n")
print(own.getboolean("a", "x"), own["a"].getboolean("y"), own.options("a"), own.optionxform("q"))
try:
    own.getboolean("a", "z")
except ValueError as error:
    print(error)
