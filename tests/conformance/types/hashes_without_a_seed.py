# What hash() gives where no seed goes into it: the empty string and bytes are 0, as are 0, 0.0 and False.
print(hash(""), hash(b""), hash(0), hash(0.0), hash(False), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(1.5), hash(10**20), hash(1e300))
print(hash(()), hash((1, 2)), hash((1, (2.5, None == 0))), hash(frozenset()), hash(frozenset([1, 2, 3])), hash(3 + 4j), hash(range(3)), hash(""[:]) == hash("a"[1:]))
print({"": 1}[""], {b"": 2}[bytes()], len({"", b"", 0}), "" == b"")
