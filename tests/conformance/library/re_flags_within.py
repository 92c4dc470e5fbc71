# Flags within a pattern: several groups of them at the beginning, turned off inside, and what is wrong with others.
import re

print(re.findall(r"(?i)(?m)^a\w*", "Ant\nbee\nape"), re.findall("(?s)(?i)A.", "a\n"))
print(re.findall("(?i-m:a)b", "Ab aB"), re.match("(?x) a (?-x: )b", "a b"))
for pattern in ("(?i-i:a)", "(?-:a)", "(?-1:a)", "(?i)a(?m)b", "a(?i)", "(?i-a:b)", "(?<a", "(?<x)", "(?(1)a|b|c)", "()(?(1)a|b|c)",
                "(?ia", "(?i", "(?i-", "(?i-x", "(?-x)"):
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(pattern, "|", error.msg, "|", error.pos)
for repl, pattern, text in ((lambda m: 3, "a", "a"), (lambda m: b"x", "a", "ba"), (lambda m: "x", b"a", b"ba"), (b"x", "a", "a")):
    try:
        print(re.sub(pattern, repl, text))
    except TypeError as error:
        print(error)
