# NotImplemented hands over to the other side; a subclass on the right goes first; a list's += asks the right side before itself.
class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        print("Money.__add__", end=" ")
        return Money(self.amount + other.amount) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other):
        print("Money.__radd__", end=" ")
        return self if other == 0 else NotImplemented

    def __eq__(self, other):
        print("Money.__eq__", end=" ")
        return NotImplemented

    def __repr__(self):
        return f"{self.amount} coins"


class Gold(Money):
    def __radd__(self, other):
        print("Gold.__radd__", end=" ")
        return Gold(other.amount + self.amount)


print(Money(1) + Money(2), sum([Money(3), Money(4)]), Money(1) + Gold(2), Gold(1) + Money(5))
print(Money(1) == Money(1), Money(1) == 1, 1 == Money(1), Money(1) != Money(1))


class Catch:
    def __radd__(self, other):
        return f"caught {other}"

    def __rmul__(self, other):
        return f"times {other}"


basket = [1]
basket += Catch()
print(basket)
basket = [2]
basket *= Catch()
print(basket, [3] + Catch(), (4,) + Catch(), "s" + Catch(), [5] * Catch())
for wrong in (lambda: Money(1) + 1, lambda: 1 + Money(1), lambda: "a" + Money(1), lambda: Money(1) - Money(1), lambda: Money(1) < Money(2), lambda: -Money(1), lambda: [1] + (2,), lambda: None + 1, lambda: {} + {}):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(bool(NotImplemented), not NotImplemented)
