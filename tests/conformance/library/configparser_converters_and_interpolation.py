"""getters of one's own, and what interpolation does at each step of a value's life."""
import configparser
import sys

parser = configparser.ConfigParser(converters={"list": lambda text: [each.strip() for each in text.split(",")], "path": str.upper})
parser.read_string("[s]\na = 1, 2,3\nb = x\n")
converters = parser.converters
print(parser.getlist("s", "a"), parser["s"].getlist("a"), parser["s"].getpath("b"), parser["s"].getlist("z", fallback=["none"]), parser.getlist("s", "z", fallback=None))
print(isinstance(converters, configparser.ConverterMapping), list(converters), len(converters), list(converters.keys()), converters.get("list") is not None, converters.get("int"), converters.get("nothing", "default"))
converters["double"] = lambda text: text * 2
print(parser.getdouble("s", "b"), parser["s"].getdouble("b"), sorted(converters.keys()), converters.setdefault("int", len), [name for name, _ in converters.items()], [value is None for value in converters.values()])
converters.update(half=lambda text: text[:len(text) // 2])
print(parser["s"].gethalf("a"), converters.pop("half")("abcd"), hasattr(parser, "gethalf"), hasattr(parser["s"], "gethalf"))
for action in (lambda: converters.pop("half"), lambda: converters.pop("half", None), lambda: converters.__delitem__("double"), lambda: parser.getdouble("s", "b"), lambda: converters["nope"],
               lambda: converters.__setitem__("bad", 3), lambda: parser.getbad("s", "b"), lambda: converters.__setitem__("", str), lambda: converters.popitem(), lambda: converters.clear(), lambda: list(converters)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Told(configparser.BasicInterpolation):
    def before_get(self, parser, section, option, value, defaults):
        print("get", section, option, repr(value), sorted(defaults))
        return super().before_get(parser, section, option, value, defaults)

    def before_set(self, parser, section, option, value):
        print("set", section, option, repr(value))
        return super().before_set(parser, section, option, value)

    def before_read(self, parser, section, option, value):
        print("read", section, option, repr(value))
        return super().before_read(parser, section, option, value)

    def before_write(self, parser, section, option, value):
        print("write", section, option, repr(value))
        return super().before_write(parser, section, option, value)


told = configparser.ConfigParser({"base": "/srv"}, interpolation=Told())
told.read_string("[s]\nhome = %(base)s/home\nlong = a\n  b\n")
told.read_dict({"d": {"x": "%(base)s"}})
print(told.get("s", "home"), told.get("s", "home", raw=True), told.get("s", "home", vars={"base": "/tmp"}), told["d"]["x"])
told.set("s", "full", "100%%")
try:
    told.set("s", "half", "50%")
except ValueError as error:
    print(error)
told.write(sys.stdout)
print(told.items("s"))
plain = configparser.Interpolation()
print(plain.before_get(None, "s", "o", "%(x)s", {}), plain.before_set(None, "s", "o", "50%"), plain.before_read(None, "s", "o", "v"), plain.before_write(None, "s", "o", "v"))
basic, extended = configparser.BasicInterpolation(), configparser.ExtendedInterpolation()
some = configparser.ConfigParser(interpolation=extended)
some.read_string("[s]\na = 1\nb = ${a} and ${t:c} $$\n[t]\nc = 2\nd = ${s:b}\n")
print(basic.before_get(some, "s", "b", "%(a)s%%", {"a": "one"}), basic.before_read(some, "s", "b", "x%"), basic.before_write(some, "s", "b", "x%"), basic.before_set(some, "s", "b", "%(a)s %%"))
print(extended.before_get(some, "s", "b", "${a}$$", {"a": "one"}), extended.before_read(some, "s", "b", "x$"), extended.before_write(some, "s", "b", "x$"), extended.before_set(some, "s", "b", "${a} $$"))
print(some["s"]["b"], some["t"]["d"])
for mark, text in ((basic, "%"), (basic, "%("), (basic, "a %x"), (extended, "$"), (extended, "${a"), (extended, "a $x")):
    for step in (mark.before_set, ):
        try:
            print(step(some, "s", "o", text))
        except ValueError as error:
            print(error)
    try:
        print(mark.before_get(some, "s", "o", text, {}))
    except configparser.InterpolationSyntaxError as error:
        print(error)
off = configparser.ConfigParser(interpolation=None)
off.read_string("[s]\na = %(b)s ${c}\n")
off["s"]["d"] = "100%"
print(dict(off["s"]))
