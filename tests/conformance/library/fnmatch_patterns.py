# fnmatch: star, question mark, sets and what is none; the regular expression behind a pattern.
import fnmatch

names = ["a.py", "b.txt", "data[1].csv", "README", "a-b", "x.tar.gz", ".hidden", "é.py", "back\\slash", "a^b"]
for pattern in ["*", "*.py", "?.py", "[ab]*", "[!ab]*", "*[[]1]*", "[", "[]", "[!]", "[]-a]*", "[a-c].*", "[c-a]*", "*.tar.*", "**.gz",
                "a[-^]b", "[^a]*", "*\\*", "", "[a-a-c]?", "[!c-a]*"]:
    print(f"{pattern!r:<12} {fnmatch.translate(pattern):<34} {fnmatch.filter(names, pattern)}")
print(fnmatch.fnmatch("A.PY", "*.py"), fnmatch.fnmatchcase("a.py", "*.py"), fnmatch.fnmatch(b"a.py", b"*.p?"))
