"""textwrap, pprint, string.Template, format specs."""
import pprint
import string
import textwrap
from collections import OrderedDict, Counter, defaultdict, deque, ChainMap, namedtuple
from dataclasses import dataclass, field
from string import Template, Formatter
from types import SimpleNamespace, MappingProxyType

TEXT = """\
    The quick brown fox jumped over the lazy dog, and a very-long-hyphenated-word-indeed appeared.
      Second line\twith a tab.

    A new paragraph — with https://example.org/a/very/long/path/that/does/not/fit and more."""
print(textwrap.dedent(TEXT))
for kw in ({}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"break_long_words": False}, {"break_on_hyphens": False}, {"max_lines": 2, "placeholder": " ..."}, {"drop_whitespace": False}, {"replace_whitespace": False}, {"expand_tabs": False}, {"fix_sentence_endings": True}, {"tabsize": 2}):
    print(kw); print(textwrap.fill(TEXT, 30, **kw)); print("--")
print(textwrap.shorten("Hello  world of wonders", 12), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello world", 10, placeholder="…"))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb\n", "> ", lambda line: True))
w = textwrap.TextWrapper(width=20, max_lines=1); print(w.wrap("a b c " * 10), w.width, w.fill("x"))
for fn in (lambda: textwrap.wrap("abc", 0), lambda: textwrap.shorten("abc def", 3, placeholder="[...]"), lambda: textwrap.wrap(3), lambda: textwrap.fill("a", widht=3), lambda: textwrap.wrap("abc def", 5, initial_indent="xxxxxxx", max_lines=1)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)


@dataclass
class Node:
    name: str
    kids: list["Node"] = field(default_factory=list)
    secret: int = field(default=0, repr=False)

P = namedtuple("P", "x y")
deep = {"list": list(range(30)), "nested": {"k" * 20: ["v" * 30, {"a": {"b": {"c": 1}}}]}, "t": (1,), "s": {3, 1, 2}, "fs": frozenset("ab"), "long": "lorem ipsum dolor sit amet " * 5, "bytes": b"abc" * 30, "n": Node("r", [Node("a" * 40), Node("b" * 40)]), "od": OrderedDict(a=1), "c": Counter("mississippi"), "dd": defaultdict(list, a=[1]), "dq": deque([1, 2], 5), "cm": ChainMap({"x": 1}, {"y": 2}), "ns": SimpleNamespace(a=1, b="x" * 70), "mp": MappingProxyType({"q": 1}), "P": P(1, 2), 3: None, (1, 2): 1.5}
pprint.pprint(deep)
pprint.pprint(deep, width=40, depth=2, compact=True, indent=4, sort_dicts=False)
pprint.pp({"b": 1, "a": 2}); pprint.pp({"b": 1, "a": 2}, sort_dicts=True); pprint.pp([10**9], underscore_numbers=True)
x = [1]; x.append(x); print(pprint.pformat(x)[:30], pprint.isrecursive(x), pprint.isreadable(x), pprint.saferepr({"b": 1, "a": [x][:0]}))
class PP(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, int): return hex(object), True, False
        return super().format(object, context, maxlevels, level)
PP().pprint([1, 255, {"a": 16}])
t = Template("$who likes ${what}s; $$5, $undefined")
print(t.safe_substitute(who="tim", what="kung pao"), t.get_identifiers(), t.is_valid(), t.template)
for fn in (lambda: t.substitute(who=1), lambda: Template("$").substitute(), lambda: Template("a\nb ${").substitute({}), lambda: Template("$1x").substitute(), lambda: t.substitute({"who": 1, "what": 2}, undefined=3), lambda: Template("${a-b}").safe_substitute()):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
class At(Template):
    delimiter = "@"; idpattern = r"[a-z][_a-z0-9.]*"
print(At("@a.b and @@ and $x").substitute({"a.b": 1}), At.pattern.flags)
class F(Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kw)
    def convert_field(self, v, c): return str(v).upper() if c == "u" else super().convert_field(v, c)
    def format_field(self, v, spec): return f"[{v}]" if spec == "box" else super().format_field(v, spec)
print(F().format("{0} {name!u} {miss} {0:box} {0:>5}", "a", name="bob"), list(Formatter().parse("a{b!r:>{w}}c{{}}")), Formatter().vformat("{0[k]} {x.real}", ({"k": 1},), {"x": 5}))
print("{:,} {:_} {:e} {:.3g} {:%} {:+} {: } {:#x} {:#010b} {:>+8.2f} {:^9} {:*<6} {!r:>6} {:c} {:n} {:08.3f} {:_x} {:,.2f}".format(1234567, 1234567, 12345.678, 12345.678, .256, 3, 4, 255, 5, 3.14159, "mid", "ab", "q", 65, 1234, -3.14159, 0xdeadbeef, 9876543.215))
for spec, v in (("d", "x"), ("s", 3), (".3d", 3), ("z", 1), (",s", "a"), ("=5", "a"), ("q", 1.5), ("5.", 1), ("c", -1), ("+", "s"), (">>>5", 1), ("_,", 1), ("x", 1.5), ("#s", "a"), ("0=10", "x")):
    try: print(repr(format(v, spec)))
    except Exception as e: print(type(e).__name__, e)
print("%s %r %-5d| %05.1f %x %#o %e %c %% %+d %(a)s" % {"a": 1} if 0 else "%s %r %-5d| %05.1f %x %#o %e %c %% %+d % d %.2s %*d %i %g %a" % ("s", "r", 3, 2.25, 255, 8, 1e5, "c", 5, 7, "abc", 4, 2, 3.9, 1e-5, "é"))
for f, a in (("%d", "x"), ("%s %s", 1), ("%s", (1, 2)), ("%(a)s", 1), ("%(a)s", {}), ("%q", 1), ("%", 1), ("%c", "ab"), ("%x", 1.5), ("%d", 1j), ("%*d", ("x", 1)), ("x", 1), ("x", {}), ("%.3", 1)):
    try: print(f % a)
    except Exception as e: print(type(e).__name__, e)
print(string.ascii_uppercase, string.octdigits, repr(string.printable), repr(string.whitespace), string.capwords("hello big  world"), string.capwords("a-b", "-"))
n = 3; wid = 10; print(f"{n=} {n = :>5} {n!r:^{wid}} {'a' 'b'!s} {{}} {n:{'>'}{wid}} {(lambda x: x*2)(n)} {f'{n}' + "q"} {n:=^+{wid}}", f"{'\n'.join(['a', 'b'])}", rf"\{n}")
