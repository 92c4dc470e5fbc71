# itertools: products, permutations, combinations in CPython's order, with their edge cases.
from itertools import combinations, combinations_with_replacement, permutations, product

print(["".join(p) for p in product("ab", "cd")], list(product(range(2), repeat=3))[:3], list(product()))
print(list(product("ab", [])), list(product("ab", repeat=0)))
print(["".join(p) for p in permutations("abc")], list(permutations("abc", 2))[:3], list(permutations("a", 2)))
print(list(permutations("")), list(permutations("ab", 0)))
print(["".join(c) for c in combinations("abcd", 2)], list(combinations("ab", 3)), list(combinations("ab", 0)))
print(["".join(c) for c in combinations_with_replacement("abc", 2)], list(combinations_with_replacement("", 2)))
print(sum(1 for _ in permutations(range(6))), sum(1 for _ in combinations(range(12), 5)))
for wrong in (lambda: permutations("ab", -1), lambda: combinations("ab", -1), lambda: product("ab", repeat=-1),
              lambda: permutations("ab", "1")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
