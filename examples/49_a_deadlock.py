# title: After you. No, after you.
# group: Locks and signals
# look for: Each holds one account and waits for the other's. CPython would hang for ever; Simul stops and names
#   the cycle with its lines.
# from: Simul

import asyncio


class Account:
    def __init__(self, owner, balance):
        self.owner, self.balance, self.lock = owner, balance, asyncio.Lock()


async def transfer(source, target, amount):
    async with source.lock:
        print(f"took {source.owner}'s lock")
        await asyncio.sleep(1)
        async with target.lock:  # the way out: always take the two locks in the same order
            source.balance -= amount
            target.balance += amount


async def main():
    ada, bob = Account("Ada", 100), Account("Bob", 100)
    await asyncio.gather(transfer(ada, bob, 10), transfer(bob, ada, 20))


asyncio.run(main())
