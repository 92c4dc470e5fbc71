# Which iterator ends when: zip_longest fills, chain goes on, islice stops early and has eaten what it skipped.
from itertools import accumulate, batched, chain, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, product, repeat, starmap, takewhile, tee, zip_longest

print(list(zip_longest("ab", [1], fillvalue="-")), list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(islice(count(5, 2), 3)))
source = iter(range(10))
print(list(islice(source, 2, 6, 3)), next(source), list(takewhile(lambda n: n < 8, source)), list(source))
print(list(dropwhile(str.isalpha, "ab1c")), list(filterfalse(None, [0, 1, "", "x"])), list(compress("abcd", [1, 0, True])), list(pairwise("abcd")), list(pairwise("a")))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([], initial=7)), list(accumulate("abc", initial=">")), list(batched("abcde", 2)), list(starmap(pow, [(2, 3), (3, 2)])))
print([(key, list(group)) for key, group in groupby("aabBa", str.lower)], list(product("ab", repeat=2)), list(product([], [1])), list(product()), list(repeat("x", 2)), list(islice(cycle("ab"), 5)))
groups = [(key, group) for key, group in groupby([1, 1, 2])]
print([(key, list(group)) for key, group in groups])
first, second = tee(iter("abc"))
print(next(first), next(first), list(second), list(first), next(count(1.5, 0.5)), repeat(3), count(2), repeat("a", 2))
for wrong in (lambda: list(islice([1], -1)), lambda: list(batched("a", 0)), lambda: list(batched("abc", 2, strict=True)), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(product([1], repeat=-1)), lambda: list(chain(5)), lambda: list(starmap(pow, [1])), lambda: tee([], -1), lambda: list(zip_longest([1], fill=2))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
