# print() takes __str__, containers take __repr__; each must give a str, and the error names the one that was asked.
class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Wrong:
    def __repr__(self):
        return 5


class WrongStr:
    def __str__(self):
        return b"bytes"


class Text(str):
    def __str__(self):
        return "changed"


print(Both(), [Both()], {1: Both()}, f"{Both()} {Both()!r}", "%s %r" % (Both(), Both()), str(OnlyRepr()), OnlyRepr())
print(Text("raw"), str(Text("raw")), f"{Text('raw')}", Text("raw") + "", repr(Text("raw")), type(str(Text("raw"))))
for wrong in (lambda: str(Wrong()), lambda: repr(Wrong()), lambda: f"{Wrong()}", lambda: [Wrong()].__repr__(), lambda: str(WrongStr()), lambda: repr(WrongStr())[:20], lambda: "%s" % Wrong(), lambda: print(Wrong()), lambda: "{}".format(WrongStr()), lambda: ascii(Wrong())):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
nested = [1]
nested.append(nested)
table = {"self": None}
table["self"] = table
print(nested, table, (nested,), [table])
