# A dict and a list: counted, grouped, sorted, sliced, comprehended. Prints how many items went through.
ITEMS, TIMES = 50_000, 4


def work(items):
    counts, groups = {}, {}
    for item in items:
        counts[item % 1000] = counts.get(item % 1000, 0) + 1
        groups.setdefault(item % 7, []).append(item)
    best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
    return best, {key: [n * 2 for n in values if n & 1] for key, values in groups.items()}


numbers = [n * 7919 % 1_000_003 for n in range(ITEMS)]
for _ in range(TIMES):
    found, grouped = work(numbers)
assert len(found) == 10 and sum(map(len, grouped.values())) == sum(n & 1 for n in numbers)
print(ITEMS * TIMES)
