# string: constants, Template with its mistakes, Formatter with its own fields.
import string
from string import Formatter, Template

print(string.ascii_lowercase, string.digits, repr(string.whitespace), string.punctuation, string.capwords("hello big  world"), string.hexdigits)
greeting = Template("Hello $name, you owe $$${amount}th of ${thing}")
print(greeting.substitute(name="Ada", amount=5, thing="it"), greeting.safe_substitute(name="Bo"), greeting.get_identifiers(), greeting.is_valid())
print(Template("$a$b_c").safe_substitute({"a": 1}), Template("cost: $5").safe_substitute(), Template("${a").is_valid())
for wrong in (lambda: greeting.substitute(name="x"), lambda: Template("line\n $5").substitute(), lambda: Template("end $").substitute()):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


class Shouting(Formatter):
    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Shouting().format("{0!u} {missing} {x:>5} {y[0]} {{}} {}".replace("{}", "{1}"), "a", "b", x=3, y=[7]))
print(list(Formatter().parse("a {b!r:>{w}} c {0.d[e]} {{x}}")), Formatter().format("{} {}", 1, 2))
