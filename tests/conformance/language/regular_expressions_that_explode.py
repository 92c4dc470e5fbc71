# Nested repeats over text that does not match: small enough to end, and the same answers as CPython's.
import re

print(re.match(r"(a+)+$", "a" * 16 + "b"), re.match(r"(a|aa)+$", "a" * 18 + "b"), re.match(r"(.*)*x", "a" * 14), re.search(r"(a*)*b", "a" * 16))
print(re.match(r"(?:a?){20}a{20}", "a" * 20).span(), re.match(r"^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 16), re.fullmatch(r"(a*)*", "aaa").span(), re.fullmatch(r"(|a)+", "aaa"), re.findall(r"(?:)*", "ab"), re.match(r"(a*?)*?b", "aab").groups())
print(re.sub(r"(a*)+", "x", "baac"), re.split(r"(a*)*", "bab"), re.match(r"(?=(a+))\1b", "aaab").groups(), re.match(r"((a)|b)*", "ab").groups(), re.match(r"(a(b)?)+", "aba").groups(), re.search(r"(?<!a)b*", "ab").span())
print(re.match(r"(x(?:y|z)*?)*w", "xyzxw").group(1), re.match(r"(?:(a)|(b)|(c))+", "abc").groups(), re.findall(r"(?m)^$", "a\n\nb\n"), re.findall(r"\Z|^", ""), len(re.findall(r"(?:x|y)*?", "xyx")))
print(re.match("a" * 3000, "a" * 3000).end(), len(re.findall("|".join(f"w{n}" for n in range(300)), "w299 w5 w17")), re.match("(?:" * 60 + "a" + ")" * 60, "a").group(), re.match("(" * 99 + "a" + ")" * 99, "a").lastindex)
