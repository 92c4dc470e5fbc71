# `in`, remove() and discard() take a set for the frozenset that it equals; what goes through many elements does not.
inner = frozenset({1, 2})
outer = {inner, 3, 4}
print({1, 2} in outer, {2} in outer, {1, 2} in frozenset(outer))
outer.discard({2})
outer.remove({1, 2})
print(outer)
try:
    outer.remove({1, 2})
except KeyError as error:
    print(repr(error))


def refused(do, *args):
    try:
        print(do(*args))
    except TypeError as error:
        print(repr(error))


for make in set, frozenset:
    whole = make([inner, 3, 4, 5])
    refused(whole.intersection, [3, {1, 2}])
    refused(whole.isdisjoint, [7, {1, 2}])
    refused(whole.difference, [3, {1, 2}])
    refused(whole.union, [3, {1, 2}])
    refused(whole.symmetric_difference, [3, {1, 2}])
    refused(whole.issubset, [3, {1, 2}])
    refused(whole.issuperset, [3, {1, 2}])
whole = {inner, 3, 4, 5}
refused(whole.difference_update, [3, {1, 2}])
print(len(whole))
refused(whole.intersection_update, [4, {1, 2}])
print(len(whole))


class Hashed(set):
    def __hash__(self):
        return hash(frozenset(self))


print(Hashed([1, 2]) in {inner}, len({inner}.intersection([Hashed([1, 2])])), len({inner}.difference([Hashed([1, 2])])))
