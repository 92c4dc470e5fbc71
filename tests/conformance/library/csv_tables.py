# csv: what is quoted, how quotes and lines inside a field come back, dialects, tables as dicts, what is refused.
import csv
import io

out = io.StringIO()
writer = csv.writer(out)
print(writer.writerow(["a", 1, 2.5, None, True, "x,y", 'say "hi"', "two\nlines", "", " pad "]))
writer.writerows([[""], [], [None], ["only"], ("t", "u")])
print(repr(out.getvalue()))
for row in csv.reader(out.getvalue().splitlines(keepends=True)):
    print(row)

for options in [{"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": ";", "quotechar": "'"},
                {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False, "escapechar": "\\"}, {"lineterminator": "\n"},
                {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}]:
    out = io.StringIO()
    csv.writer(out, **options).writerows([["a;b", "c,d", 'q"q', "it's", 5, None], ["x", 1.5, "", "back\\slash", False, "end"]])
    print(options, repr(out.getvalue()))
    try:
        print("   ", list(csv.reader(io.StringIO(out.getvalue()), **options)))
    except ValueError as error:
        print("    ValueError:", error)

for text in ['a,b\r\nc,d', '"a ""b"" c",d\n', '"two\nlines",x\n', 'a,"b"c,d\n', '\n\na\n', 'a, "b"\n', '"open', "a,b,\n", '"",\n', "x\ty\n"]:
    print(repr(text), list(csv.reader(io.StringIO(text, newline=""))))
print(list(csv.reader(["a, b,  c"], skipinitialspace=True)), list(csv.reader(["a\tb"], "excel-tab")), list(csv.reader(["1|2"], delimiter="|")))

people = csv.DictReader(io.StringIO("name,age\nAda,36\n\nBob,41,extra\nCleo\n"))
print(people.fieldnames)
for person in people:
    print(people.line_num, person)
out = io.StringIO()
table = csv.DictWriter(out, fieldnames=["name", "age"], extrasaction="ignore", restval="?")
table.writeheader()
table.writerows([{"name": "Ada", "age": 36, "more": 1}, {"name": "Bob"}])
print(out.getvalue().splitlines())
print(csv.list_dialects(), csv.get_dialect("unix").lineterminator == "\n", csv.Error)

for bad in (lambda: csv.writer(out).writerow(5), lambda: csv.DictWriter(out, ["a"]).writerow({"b": 1}), lambda: csv.reader([], delimiter="ab"),
            lambda: csv.reader([], "nope"), lambda: list(csv.reader([b"x"])), lambda: csv.writer(5), lambda: list(csv.reader(["a\nb"])),
            lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: list(csv.reader(['"a"b'], strict=True))):
    try:
        print(bad())
    except (csv.Error, TypeError, ValueError) as error:
        print(type(error).__name__, error)
