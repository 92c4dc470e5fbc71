# Sets and dicts of many keys that are alike in most of their hash's bits: fractions of a power of two, multiples of one, pairs.
# Each is quick: a search meets a few keys, never all of them.
many = 100_000

for bits in (10, 20, 30, 40):
    print(bits, len({n / 2**bits for n in range(many)}), len({n << bits for n in range(many)}))
print(len({(n, n) for n in range(many)}), len({(n % 300, n // 300): n for n in range(many)}), len({-n * 1.5 for n in range(many)}))

halves = {n / 2**20: n for n in range(many)}
print(sum(halves[n / 2**20] for n in range(many)) == sum(range(many)), 0.1 in halves, 2.0**-20 in halves)
while halves:
    halves.popitem()
print(halves)
