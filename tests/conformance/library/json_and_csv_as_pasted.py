"""json and csv, with everything that people do to them."""
import collections
import csv
import dataclasses
import datetime as dt
import decimal
import enum
import io
import json
import sys
import uuid


@dataclasses.dataclass
class User:
    id: int
    name: str
    tags: list[str] = dataclasses.field(default_factory=list)


class Encoder(json.JSONEncoder):
    def default(self, o):
        match o:
            case dt.datetime() | dt.date():
                return o.isoformat()
            case decimal.Decimal():
                return str(o)
            case set() | frozenset():
                return sorted(o)
            case _ if dataclasses.is_dataclass(o):
                return {"__type__": type(o).__name__, **dataclasses.asdict(o)}
            case bytes():
                return o.hex()
        return super().default(o)


def hook(d):
    if d.get("__type__") == "User":
        return User(**{k: v for k, v in d.items() if k != "__type__"})
    return d


data = {"u": User(1, "Ada", ["x"]), "when": dt.datetime(2024, 2, 29, 12, 30, tzinfo=dt.UTC), "d": decimal.Decimal("1.10"), "s": {3, 1}, "b": b"\xff", 1: None, None: True, 2.5: [], "é\u2028\"\\/\x07": "😀"}
text = json.dumps(data, cls=Encoder, indent=2)
print(text)
back = json.loads(text, object_hook=hook)
print(back["u"], list(back))
print(json.dumps(data, cls=Encoder, ensure_ascii=False, separators=(",", ":")), json.dumps([float("inf"), float("nan"), -0.0, 1e100, 1e-7, 123456789012345678901234567890]))
for bad in ('', '{', '[1,]', '{"a" 1}', "{'a': 1}", '{"a": 1,}', '[1 2]', 'nul', '"abc', '"\\x"', '"\n"', '1 2', '{"a":', '"\\u12"', '[', '-', '01', '{1:2}', 'NaN', '\ufeff{}'):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(f"{bad!r:12} {e} | {e.msg} {e.pos} {e.lineno} {e.colno} {e.doc == bad}")
for fn in (lambda: json.dumps(object()), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps({1j}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(3), lambda: json.loads(b"\xff\xfe"),
           lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True), lambda: json.dumps([1], nope=1)):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", ""))
loop = []; loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.dumps({"b": 1, "a": {"d": [], "c": {}}}, sort_keys=True, indent="\t"), json.loads('{"a":1,"a":2}', object_pairs_hook=lambda p: p))
print(json.loads("[1.5, 10, 1e3]", parse_float=decimal.Decimal, parse_int=lambda s: f"<{s}>"), json.loads("-Infinity", parse_constant=str), json.loads(b'"x"'), json.JSONDecoder().raw_decode('{"a": 1} tail'))
print(list(json.JSONEncoder(indent=1).iterencode({"a": [1, 2]})), json.dumps(enum.IntEnum("I", "A B").B), json.dumps(enum.StrEnum("S", {"A": "x"}).A), json.dumps(collections.OrderedDict(z=1)), json.dumps((1, collections.namedtuple("P", "x y")(1, 2))))
json.dump([1, {"a": None}], sys.stdout); print()
print(json.load(io.StringIO("[true]")), json.dumps("\u007f\u0080\ud800"), json.dumps({True: 1, False: 0}), json.dumps([[]], indent=0), json.dumps({}, indent=4))
try:
    json.dumps({"k": [1, {"deep": object()}]})
except TypeError as e:
    print(e)

src = 'id,name,note\r\n1,"Smith, J.","said ""hi"""\r\n2,Ada,"two\nlines"\r\n3,Bob\r\n4,x,y,z,w\r\n'
for row in csv.reader(io.StringIO(src, newline="")): print(row)
rd = csv.DictReader(io.StringIO(src, newline=""), restkey="more", restval="-")
for row in rd: print(row, rd.line_num)
out = io.StringIO(newline="")
w = csv.DictWriter(out, ["a", "b"], extrasaction="raise", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
w.writeheader(); w.writerow({"a": 1, "b": None}); w.writerows([{"a": 'q"q', "b": 2.5}, {"a": "l\nm"}])
print(out.getvalue())
try:
    w.writerow({"a": 1, "c": 2})
except ValueError as e:
    print(e)
for kw, row in (({"delimiter": ";"}, ["a;b", 1]), ({"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, ['a,b"c']), ({"quoting": csv.QUOTE_NONE}, ["a,b"]), ({"quotechar": "'", "doublequote": False, "escapechar": "!"}, ["it's"]), ({"quoting": csv.QUOTE_STRINGS}, ["a", None, 1]), ({"delimiter": "ab"}, []), ({"dialect": "nope"}, []), ({"quoting": 9}, [])):
    try:
        o = io.StringIO(); csv.writer(o, **kw).writerow(row); print(repr(o.getvalue()))
    except Exception as e:
        print(type(e).__name__, e)
csv.register_dialect("pipes", delimiter="|", skipinitialspace=True, strict=True)
print(csv.list_dialects(), csv.get_dialect("pipes").delimiter, list(csv.reader(["a| b|c", '"x"|y'], "pipes")))
try:
    list(csv.reader(['"a"b'], "pipes"))
except csv.Error as e:
    print(e)
print(csv.field_size_limit())
try:
    csv.reader(3)
except TypeError as e:
    print(e)
