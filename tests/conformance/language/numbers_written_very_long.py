# A number of base 16, 8 or 2 may be written as long as one likes: the limit of 4,300 digits is for
# decimal ones, which take long to read.
for letter, base in ("xf", 16), ("o7", 8), ("b1", 2):
    for count in (100, 499, 500, 501, 3572, 5000):
        written = eval("0" + letter[0] + letter[1] * count)
        assert written == base**count - 1, (letter, count)
        assert eval("-0" + letter[0] + letter[1] * count) == -written
        print(letter[0], count, written.bit_length(), hash(written))

long = 0x123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0
print(long % 1_000_007, hex(long)[:20], long.bit_length())
try:
    compile("1" * 4301, "<text>", "eval")
except SyntaxError as error:
    print(error.msg)
try:
    str(2**15000)
except ValueError as error:
    print(error)
