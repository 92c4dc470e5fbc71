# title: Two locks in opposite order
# group: Threads
# look for: It ends well here, and on most days everywhere. Under some seeds (Compare, explore 1,000 seeds) each
#   thread has one lock and waits for the other's for ever. The same order in both mends it.
# from: Simul

import threading

accounts = {"Ann": 100, "Ben": 100}
locks = {name: threading.Lock() for name in accounts}


def look_up(name):
    return accounts[name]


def pay(payer, receiver, amount):
    with locks[payer]:
        left = look_up(payer) - amount
        with locks[receiver]:
            accounts[receiver] = look_up(receiver) + amount
            accounts[payer] = left
    print(payer, "paid", receiver, amount)


threads = [
    threading.Thread(target=pay, args=("Ann", "Ben", 30)),
    threading.Thread(target=pay, args=("Ben", "Ann", 10)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts)
