# Methods of an object, of its parent, and a property. Prints how many calls.
ROUNDS = 200_000


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self

    def twice(self):
        return self.value * 2


class Bounded(Counter):
    def add(self, n):
        if self.value > 1_000_000:
            self.value = 0
        return super().add(n)

    @property
    def half(self):
        return self.value // 2


def work(rounds):
    counter, seen = Bounded(), 0
    for i in range(rounds):
        counter.add(i)
        seen += counter.twice() - counter.half
    return seen


assert work(10) == 250
work(ROUNDS)
print(ROUNDS * 4)
