# csv: every state of a reader, values that go together and that do not, what a writer quotes and escapes, limits.
import csv
import io


def tried(call, *args, **options):
    try:
        return call(*args, **options)
    except Exception as error:
        return f"{type(error).__module__}.{type(error).__name__}: {error}"


def read(lines, **options):
    reader = csv.reader(lines, **options)
    out = []
    try:
        for row in reader:
            out.append((reader.line_num, row))
    except (csv.Error, ValueError) as error:
        out.append(f"{type(error).__name__}: {error}")
    return out


texts = [["a,b\r\n", "\n", "", "c"], ['"a\n', 'b"c,d"e\n'], ['a"b","c""d","e"f,"'], ["a\rb\n"], ["a\\,b\\\n", "c\\\r", "d,e\n"], ["a\\"], ['"a\\"b\\', 'c"'], [" a, 'b', \"c\""], ["1,,'2',\"\",x\n"], ["'a''b'\n"], ["  \n", " "],
         ['"x" ,y\n'], ["a\r\n\r\n"], ["é|ü;a\tb\n"]]
for text in texts:
    for options in ({}, {"strict": True}, {"escapechar": "\\"}, {"skipinitialspace": True}, {"quotechar": "'"}, {"doublequote": False}, {"quoting": csv.QUOTE_NONE}, {"quotechar": None}, {"delimiter": "|"},
                    {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}, {"escapechar": "\\", "strict": True, "doublequote": False}):
        print(text, options, read(text, **options))
    print(text, read(text, quoting=csv.QUOTE_NONNUMERIC))

rows = [["a", "b,c", 'd"e', "f\ng", "", None, 1, 2.5, True, 1j, " x", "\\", "'"], [""], [None], [], ["", ""], ["a", None]]
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL},
                {"doublequote": False, "escapechar": "\\"}, {"doublequote": False}, {"delimiter": " ", "skipinitialspace": True}, {"lineterminator": "!"}, {"lineterminator": ""}, {"quotechar": None}, {"quotechar": "'"},
                {"delimiter": " ", "skipinitialspace": True, "quoting": csv.QUOTE_STRINGS}):
    file = io.StringIO()
    writer = csv.writer(file, **options)
    print(options, [tried(writer.writerow, row) for row in rows], repr(file.getvalue()))

for options in ({"delimiter": "ab"}, {"delimiter": ""}, {"delimiter": 5}, {"delimiter": None}, {"quotechar": ""}, {"quotechar": 3}, {"escapechar": "ab"}, {"quoting": "x"}, {"quoting": 9}, {"quoting": True}, {"lineterminator": None},
                {"lineterminator": 5}, {"foo": 1}, {"delimiter": "\n"}, {"delimiter": ",", "quotechar": ","}, {"escapechar": '"'}, {"escapechar": ","}, {"quotechar": " ", "skipinitialspace": True}, {"delimiter": "!", "lineterminator": "!\n"},
                {"quoting": 1, "quotechar": None}, {"dialect": "nope"}, {"dialect": csv.excel, "quotechar": None}, {"dialect": 5}):
    print(options, tried(lambda: type(csv.reader([], **options)).__name__))


class Semicolons(csv.Dialect):
    delimiter, quotechar, lineterminator, quoting = ";", "'", "\n", csv.QUOTE_MINIMAL


class Unfinished(csv.Dialect):
    delimiter = "::"


print(tried(Unfinished), tried(csv.Dialect), Semicolons()._valid, csv.excel().delimiter, csv.unix_dialect.doublequote, csv.excel_tab.__mro__[1].__name__, csv.unix_dialect.__mro__[1].__name__)
print(list(csv.reader(["a;'b;c'"], Semicolons)), list(csv.reader(["a|b"], Semicolons(), delimiter="|")), csv.reader([], "excel-tab").dialect.delimiter, csv.reader([], "unix").dialect.quoting)
csv.register_dialect("bars", Semicolons, delimiter="|")
print(csv.list_dialects(), csv.get_dialect("bars").delimiter, type(csv.get_dialect("bars")), csv.unregister_dialect("bars"), tried(csv.get_dialect, "bars"), tried(csv.unregister_dialect, "bars"), tried(csv.register_dialect, 5))
print(csv.field_size_limit(), csv.field_size_limit(3), read(["abc\n", "abcd\n"]), read(['"ab\n', 'c"']), csv.field_size_limit(4), read(['"ab\n', 'c",d\n', '"abc\n', 'd"']), csv.field_size_limit(131072), tried(csv.field_size_limit, "x"))
print(tried(csv.reader, 5), read([5]), read([b"a"]), tried(csv.writer, 5), tried(csv.writer(io.StringIO()).writerow, 5), tried(csv.writer(io.StringIO()).writerows, [5]))
print(list(csv.DictReader(["a,b", "", "1", "1,2,3"], restkey="more", restval="-")), tried(next, csv.DictReader([])), csv.DictReader([]).fieldnames)
