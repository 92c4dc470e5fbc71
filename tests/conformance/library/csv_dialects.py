# csv: a dialect says what separates, what quotes and what escapes; a name can be registered for it.
import csv
import io

for name in csv.list_dialects():
    dialect = csv.get_dialect(name)
    print(name, repr(dialect.delimiter), repr(dialect.quotechar), dialect.doublequote, dialect.escapechar, dialect.skipinitialspace, repr(dialect.lineterminator), dialect.quoting == csv.QUOTE_MINIMAL, dialect.strict)


class Semicolons(csv.Dialect):
    delimiter = ";"
    quotechar = "'"
    doublequote = False
    escapechar = "\\"
    skipinitialspace = True
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


csv.register_dialect("semicolons", Semicolons)
csv.register_dialect("bars", delimiter="|", lineterminator="\n")
rows = [["a;b", "it's", 'say "x"', "", None, 5, 1.5], [" lead", "line\nbreak", "back\\slash"]]
for dialect in ("semicolons", "bars", csv.excel, csv.excel_tab, csv.unix_dialect):
    text = io.StringIO()
    csv.writer(text, dialect).writerows(rows)
    print(repr(text.getvalue()))
    print(list(csv.reader(io.StringIO(text.getvalue(), newline=""), dialect)))
print(csv.excel.delimiter, repr(csv.excel_tab.delimiter), csv.unix_dialect.quoting == csv.QUOTE_ALL, csv.excel.quotechar, csv.excel.doublequote, csv.excel.skipinitialspace, csv.excel.escapechar)
csv.unregister_dialect("bars")
for failing in (lambda: csv.get_dialect("bars"), lambda: csv.unregister_dialect("bars"), lambda: csv.register_dialect(5), lambda: csv.reader([], "bars"), lambda: csv.writer(5), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]),
                lambda: csv.reader(["a"], delimiter="::"), lambda: csv.register_dialect("x", delimiter=5), lambda: list(csv.reader(['"a" b'], strict=True)), lambda: csv.writer(io.StringIO()).writerow(5), lambda: list(csv.reader(["a\0b\n", "c"])), lambda: list(csv.reader([b"x"]))):
    try:
        print(failing())
    except (csv.Error, TypeError) as error:
        print(type(error).__name__, error)
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
    text = io.StringIO()
    csv.writer(text, quoting=quoting, escapechar="\\", lineterminator="\n").writerow(["a", 1, 2.5, None, "b,c"])
    print(repr(text.getvalue()), end=" ")
print(list(csv.reader(['"a",1.5,2'], quoting=csv.QUOTE_NONNUMERIC)))
