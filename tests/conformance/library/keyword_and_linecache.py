# keyword: which words are the language's own; linecache: a line of a file by its number, "" where there is none.
import keyword
import linecache

print([word for word in ("if", "match", "print", "None", "type", "await", "_", "async", "nonlocal") if keyword.iskeyword(word)])
print([word for word in ("if", "match", "case", "type", "_", "print") if keyword.issoftkeyword(word)], len(keyword.kwlist), keyword.softkwlist)
match = case = type_ = 1    # soft keywords are names wherever nothing else is meant
print(match + case, [word for word in keyword.kwlist if word[0].isupper()])
with open("lines.txt", "w") as file:
    file.write("first\nsecond\nlast")
print([linecache.getline("lines.txt", number) for number in (0, 1, 2, 3, 4)], linecache.getline("none.txt", 1), linecache.getlines("lines.txt"))
with open("lines.txt", "w") as file:
    file.write("changed, and of another length\n")
print(repr(linecache.getline("lines.txt", 1)))    # the lines are kept
linecache.clearcache()
print(repr(linecache.getline("lines.txt", 1)))
import os
os.remove("lines.txt")
