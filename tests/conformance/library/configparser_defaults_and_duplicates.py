# What stays of a text that cannot be read to its end, and what the defaults of the raw parser are.
import configparser

parser = configparser.ConfigParser()
try:
    parser.read_string("[one]\nx = 1\n  2\ny = 3\ny = 4\nz = 5\n")
except configparser.DuplicateOptionError as error:
    print(error)
print(dict(parser["one"]))

raw = configparser.RawConfigParser(defaults={"A": 5.2, "b": None})
print(raw.defaults(), raw["DEFAULT"]["a"])
try:
    configparser.RawConfigParser(defaults={1: 2.4})
except AttributeError as error:
    print(error)
print(dict(configparser.ConfigParser(defaults={1: 2.4, "A": 5.2})["DEFAULT"]))


class Plain(configparser.ConfigParser):
    _DEFAULT_INTERPOLATION = None


plain = Plain()
plain.read_string("[s]\nrate = %(x)s%\n")
print(plain["s"]["rate"])
