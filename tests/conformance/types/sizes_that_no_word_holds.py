# A width, a count or a size that fits no machine word is told as such, each in its own words; where
# a number only says how far to go, it may be as large as it likes.
def tried(text):
    try:
        print(text, "->", repr(eval(text)))
    except (OverflowError, MemoryError, ValueError, IndexError) as error:
        print(text, "->", type(error).__name__, "" if isinstance(error, MemoryError) else error)


for method in ("center", "ljust", "rjust", "zfill"):
    for width in ("10**20", "-10**20", "2**62", "2**63"):
        tried(f"'a'.{method}({width})")
        if width != "2**62":
            tried(f"b'a'.{method}({width})")
for text in ("'a\\t'.expandtabs(2**31)", "b'a\\t'.expandtabs(-2**31 - 1)", "'a\\t'.expandtabs(-2**31)",
             "'a'.replace('a', 'b', 2**63)", "b'a'.replace(b'a', b'b', -2**63 - 1)", "'a'.replace('a', 'b', 2**63 - 1)",
             "'a b'.split(' ', 10**20)", "b'a b'.rsplit(b' ', 10**20)", "'a b'.rsplit(' ', -2**63)",
             "bytes(2**63)", "bytearray(10**20)", "bytes(-1)", "[0] * 10**20", "'a' * -10**20", "(1).to_bytes(10**20)",
             "1 << 10**30", "-1 << 2**70", "0 << 10**30", "1 << 2**67", "1 >> 10**30", "-5 >> 10**30",
             "[1][10**20]", "[1][:10**20]", "'abc'[-10**20:]", "'a'.find('a', 10**20)", "'a'.find('a', -10**20)",
             "range(10**20)[10**21]", "range(10**20)[-1]", "len(range(2**63))"):
    tried(text)
