# The account is looked at, then time passes, then the money is taken: it can be taken more than once.
import threading
import time

balance = 100


def withdraw(amount):
    global balance
    if balance >= amount:
        time.sleep(0)
        balance -= amount


threads = [threading.Thread(target=withdraw, args=(60,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
