# Between a check and an act lies an await: without a lock two tasks both see the old balance.
import asyncio

balance = 100


async def withdraw(amount, lock=None):
    global balance
    if lock:
        await lock.acquire()
    try:
        if balance >= amount:
            await asyncio.sleep(1)  # asks the bank
            balance -= amount
            return "paid"
        return "refused"
    finally:
        if lock:
            lock.release()


async def main():
    global balance
    print(await asyncio.gather(withdraw(70), withdraw(70)), balance)
    balance = 100
    lock = asyncio.Lock()
    print(await asyncio.gather(withdraw(70, lock), withdraw(70, lock)), balance)


asyncio.run(main())
