# itertools on streams: groupby's groups share one iterator, tee keeps what one reader has not seen, batched, zip_longest.
from itertools import (accumulate, batched, compress, filterfalse, groupby, pairwise, starmap, tee, zip_longest)
import operator

words = ["apple", "avocado", "banana", "blueberry", "cherry", "apricot"]
for letter, group in groupby(words, key=lambda word: word[0]):
    print(letter, list(group))
kept = [(key, group) for key, group in groupby("aabb")]
print([(key, list(group)) for key, group in kept])
groups = groupby([1, 1, 2, 3, 3])
key, group = next(groups)
print(key, next(group), next(groups)[0], list(group))

print(list(accumulate([1, 2, 3, 4])), list(accumulate([2, 3, 4], operator.mul)), list(accumulate([1, 2], initial=100)))
print(list(accumulate([5, 1, 7], max)), list(accumulate([])), list(accumulate([], initial=0)))
print(list(batched("abcdefg", 3)), list(pairwise([1, 2, 3])), list(pairwise([1])))
print(list(zip_longest("abc", "de", [1], fillvalue="-")), list(zip_longest("ab", "c")))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(compress("abcdef", [1, 0, 1, 0, 1])))
print(list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(lambda n: n % 2, range(6))))
first, second = tee(map(str, range(4)))
print(next(first), next(first), list(second), list(first))
print(len(tee([], 3)), tee([1], 0))
for wrong in (lambda: list(batched("abc", 0)), lambda: list(batched("abcd", 3, strict=True)), lambda: tee([], -1),
              lambda: list(starmap(pow, [1]))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
