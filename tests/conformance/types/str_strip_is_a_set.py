# strip() takes a set of letters, not a prefix: removeprefix() and removesuffix() take words.
print("www.example.com".lstrip("w."), "www.example.com".removeprefix("www."))
print("mississippi".strip("imp"), "report.txt".rstrip(".txt"), "report.txt".removesuffix(".txt"))
print(repr("\u2003 wide \xa0".strip()), repr("xxx".strip("x")), repr("  x ".strip("")))
print("abc".removeprefix("abcd"), repr("abc".removeprefix("abc")), "abc".removesuffix(""))
print("ab".strip(None), "x1x".strip("x"))
try:
    "a".strip(5)
except TypeError as error:
    print(error)
try:
    "a".removeprefix(None)
except TypeError as error:
    print(error)
