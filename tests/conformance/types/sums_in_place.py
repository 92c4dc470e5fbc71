# A sum takes the place of the number that it grew out of only where nobody else has that number:
# ints about a word of 32 and of 64 bits, held by a second name, a list, a cell, a generator.
class Number(int):
    pass


def second_name(most):
    total = most - 5
    first = total
    for i in range(10):
        total += i
    print(total, first)
    last = total
    total += 100
    print(total, last, total is last)
    for _ in range(3):
        last = total
        total += 1
        print(last, total)


def itself(most):
    total = most + 7
    other = total
    total += other
    print(total, other)
    other -= other
    total += total
    total += total - 1
    print(total, other)


def containers(most):
    key = most
    found = {key: 1}
    kept = [key]
    pair = (key, key)
    key += 1
    print(found, kept, pair, key, key in found)


def cells(most):
    total = most

    def add():
        nonlocal total
        total += 1
        return total

    print(add(), add(), total)


def generators(most):
    def count(number):
        while True:
            yield number
            number += 1

    numbers = count(most)
    print([next(numbers) for _ in range(4)])


def shown(most):
    total = most
    first = id(total)
    total += 1
    kept = total
    total += 1
    print(kept, total, first == id(kept))


def back_and_forth(most):
    total = most // 2
    total += total
    print(total)
    total -= 5
    print(total)
    total -= most
    print(total)
    total *= most
    total *= most
    print(total)
    total = -most - 3
    total //= 7
    print(total, (-most - 3) % 10, (most + 9) // -7, most % 3, (most + 1) & 3, most | 3, most ^ most)
    total = most
    try:
        total //= 0
    except ZeroDivisionError as error:
        print(error, total)
    total %= 10
    print(total)


def other_kinds(most):
    total = Number(most)
    total += 1
    print(type(total).__name__, total)
    total = True
    total += most
    print(total)
    total += True
    print(total - most)
    total += 0.5
    print(type(total).__name__)


for most in (2**30, 2**31, 2**62, 2**63):
    for question in (second_name, itself, containers, cells, generators, shown, back_and_forth, other_kinds):
        question(most)
        question(most)
