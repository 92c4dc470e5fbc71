# title: Transfers between accounts
# group: Small programs
# look for: Twenty transfers at once, each under two locks taken in the order of the account numbers; the sum stays
#   what it was.
# from: Simul

import asyncio
import random


class Account:
    def __init__(self, number):
        self.number, self.balance, self.lock = number, 100, asyncio.Lock()


async def transfer(source, target, amount):
    # One order for all: two transfers in opposite directions cannot wait for each other.
    first, second = sorted((source, target), key=lambda account: account.number)
    async with first.lock, second.lock:
        if source.balance < amount:
            return "refused"
        await asyncio.sleep(0.1)  # the books are written
        source.balance -= amount
        target.balance += amount
        return "done"


async def main():
    accounts = [Account(number) for number in range(5)]
    transfers = [transfer(*random.sample(accounts, 2), random.randrange(10, 90)) for _ in range(20)]
    results = await asyncio.gather(*transfers)
    print("done:", results.count("done"), "refused:", results.count("refused"))
    print([account.balance for account in accounts], "sum:", sum(account.balance for account in accounts))


asyncio.run(main())
