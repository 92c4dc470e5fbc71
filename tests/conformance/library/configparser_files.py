"""Sections and options: what is read, asked, refused and written."""
import configparser, sys, io
SRC = """
# comment
[DEFAULT]
base = /srv
Debug = no

[paths]
home = %(base)s/home
data: %(home)s/data
multi = one
    two

    three
empty =
key with space = v ; not inline
pct = 100%%
; c2
[numbers]
i = 3
f = 2.5
b = YES
bad = maybe
[none]
"""
c = configparser.ConfigParser()
c.read_string(SRC)
print(c.sections(), c.options("paths"), c["paths"]["data"], repr(c["paths"]["multi"]), c.items("paths"), c.defaults())
n = c["numbers"]
print(n.getint("i"), n.getfloat("f"), n.getboolean("b"), n.getboolean("debug"), n.get("zz"), n.get("zz", "dflt"), n.getint("zz", 7), n.getint("zz", fallback=8), c.getint("numbers", "i"), c.get("numbers", "zz", fallback="fb"), n, len(n), list(n), "I" in n, n.name, n.parser is c)
for fn in (lambda: c["nope"], lambda: n["zz"], lambda: c.get("nope", "x"), lambda: c.get("paths", "x"), lambda: n.getboolean("bad"), lambda: n.getint("f"), lambda: c.add_section("paths"), lambda: c.add_section("DEFAULT"), lambda: c.set("nope", "a", "b"), lambda: c.set("paths", "a", 3), lambda: c.set("paths", "a", "50%"), lambda: c.read_string("a = 1"), lambda: c.read_string("[a]\nx=1\n[a]\n"), lambda: c.read_string("[q]\nx=1\nX=2"), lambda: c.read_string("[q2]\nnovalue\n= x\n"), lambda: c.add_section(3), lambda: n.__delitem__("zz"), lambda: c.remove_section("zz"), lambda: c.remove_option("numbers", "i"), lambda: c.has_option("numbers", "i"), lambda: c.items("zz"), lambda: c.read(["nope.ini"]), lambda: c.options("zz"), lambda: c.__delitem__("DEFAULT"), lambda: c.__delitem__("zz")):
    try: print(fn())
    except Exception as e: print(type(e).__name__, "|", e, "|", e.args, "|", repr(e))
c["bad"] = {"a": "%(b)s", "b": "%(a)s", "c": "%(nope)s"}
for k in ("a", "c"):
    try: c["bad"][k]
    except configparser.Error as e: print(type(e).__name__, e)
del c["bad"]
c["new"] = {"x": 1, "Y": True}; c["new"]["z"] = "q\nw"; c.set("paths", "more", "%(base)s")
out = io.StringIO(); c.write(out); print(out.getvalue())
c.write(sys.stdout, space_around_delimiters=False)
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, inline_comment_prefixes=("#",), delimiters=("=",), converters={"list": lambda s: s.split(",")})
e.optionxform = str
e.read_string("[a]\nName = x # note\nflag\npath = ${Name}/${b:q}\nl = 1,2\nbad = ${z:z}\nbad2 = ${x\n bad3 = $x\n[b]\nq = $${}\n")
print(e["a"]["path"], e["a"]["flag"], e["a"].getlist("l"), e.getlist("a", "l"), dict(e["b"]), list(e["a"]))
for k in ("bad", "bad2"):
    try: print(e["a"][k])
    except configparser.Error as x: print(type(x).__name__, x)
e.write(sys.stdout)
r = configparser.RawConfigParser({"d": "1"}, default_section="common", strict=False, empty_lines_in_values=False)
r.read_string("[x]\na = %(d)s\na = 2\n[x]\nb: 3\n\n  c = 4\n")
print({s: dict(r[s]) for s in r}, len(r), "common" in r, r.has_section("common"), r.popitem(), r.get("common", "d"))
r.read_dict({"k": {"n": None, "m": 1.5}}); print(dict(r["k"]), r == r, bool(r))
try: configparser.ConfigParser(interpolation=3)
except TypeError as x: print(x)
try: r.read_string("[a\nb")
except configparser.Error as x: print(x)
