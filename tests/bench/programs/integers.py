# Loops over integers: a sum with remainders, and a sieve. Prints how many rounds.
ROUNDS, LIMIT = 500_000, 100_000


def remainders(rounds):
    total, i = 0, 0
    while i < rounds:
        if i % 3 == 0 or i % 5 == 0:
            total += i & 0xFFFF
        i += 1
    return total


def sieve(limit):
    prime = [True] * limit
    for n in range(2, limit):
        if prime[n]:
            for multiple in range(n * n, limit, n):
                prime[multiple] = False
    return sum(prime) - 2


assert remainders(ROUNDS) == 7_411_903_420
assert sieve(LIMIT) == 9_592
print(ROUNDS + LIMIT)
