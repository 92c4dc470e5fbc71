"""Text that a program makes and runs: once linecache has it, tracebacks show its lines."""
import linecache
import traceback

MADE = "def half(n):\n    return n / 0\n\n\ndef whole(n):\n    return half(\n        n) + 1\n"
names = {}
exec(compile(MADE, "<made>", "exec"), names)
print(linecache.getlines("<made>"), repr(linecache.getline("<made>", 2)))
for text in (None, MADE):
    if text:
        linecache.cache["<made>"] = len(text), None, text.splitlines(True), "<made>"
    try:
        names["whole"](3)
    except ZeroDivisionError as error:
        print(traceback.format_exc()[-190:])
        print([frame.line for frame in traceback.extract_tb(error.__traceback__)][1:])
linecache.checkcache()
print(linecache.getline("<made>", 2), linecache.getline("<made>", 99) == "", linecache.getline("<made>", 0) == "")
with open("notes.txt", "w") as file:
    file.write("one\ntwo")
print(linecache.getlines("notes.txt"), linecache.cache["notes.txt"][0], linecache.cache["notes.txt"][2:], linecache.getline("notes.txt", 2))
with open("notes.txt", "w") as file:
    file.write("three, and more\n")
print(linecache.getline("notes.txt", 1))
linecache.checkcache("notes.txt")
print(linecache.getline("notes.txt", 1), linecache.updatecache("notes.txt"), linecache.updatecache("missing.txt"), "missing.txt" in linecache.cache)
linecache.clearcache()
print(linecache.cache)
linecache.cache["<made>"] = len(MADE), None, MADE.splitlines(True), "<made>"
names["whole"](4)
