# str.split() without a separator treats runs of white space as one and drops empty parts; with one it does neither.
text = "  one  two   three "
print(text.split())
print(text.split(" "))
print(text.split(None, 1))
print(text.split(" ", 3))
print(text.rsplit(None, 1))
print("".split(), "".split(","))
print("a,b,,c,".split(","), "a,b,,c,".rsplit(",", 2))
print("1<>2<>3".split("<>"))
print("one\ntwo\r\nthree\x0bfour\u2028five".splitlines())
print("ends\n".splitlines(), "ends\n".split("\n"), "".splitlines(), "\n".splitlines(True))
print("key=value=more".partition("="), "key".partition("="), "key=value=more".rpartition("="), "key".rpartition("="))
print("-".join("abc"), ", ".join(["x"]), repr("".join([])))
for wrong in (lambda: "a".split(""), lambda: "a".partition(""), lambda: ",".join([1, 2]), lambda: ",".join("ab", "cd"), lambda: "a".split(1)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
