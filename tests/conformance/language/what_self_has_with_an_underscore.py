# Who asks `self` for a name is also told of those that begin with an underscore. What is suggested goes by the names in the last frame
# of the traceback that is shown, so where none is shown no local name is suggested.
import asyncio
import traceback


class Account:
    def __init__(self):
        self._balance = 1

    def balance_now(self):
        return self.balance

    def in_a_closure(self):
        return (lambda: self.balance)()

    def in_a_list(self):
        return [self.balance for _ in range(2)]

    def in_a_generator(self):
        return list(self.balance for _ in range(2))

    def of_another(self):
        def inner(self, account):
            return account.balance
        return inner(1, self)

    def under_another_name(this):
        return this.balance

    def when_self_is_gone(self):
        account = self
        del self
        return account.balance

    def by_getattr(self):
        return getattr(self, "balance")

    async def in_a_task(self):
        return self.balance

    def in_a_closure_by_name(self):
        return lambda: self, _balanc


account = Account()
acts = [account.balance_now, account.in_a_closure, account.in_a_list, account.in_a_generator, account.of_another,
        account.under_another_name, account.when_self_is_gone, account.by_getattr, account.in_a_closure_by_name,
        lambda: asyncio.run(account.in_a_task()), lambda: account.balance]
for act in acts:
    try:
        act()
    except (AttributeError, NameError) as error:
        print(getattr(act, "__name__", ""))
        print(*traceback.format_exception(error)[-1:], *traceback.format_exception_only(error), sep="", end="")
        print(*traceback.format_exception(type(error), error, None), sep="", end="")

self = account
try:
    self.balance
except AttributeError as error:
    print(traceback.format_exception(error)[-1], end="")


class Body:
    self = account
    try:
        self.balance
    except AttributeError as error:
        print(traceback.format_exception(error)[-1], end="")


try:
    asyncoi, asyncio.slep
except NameError as error:
    print(traceback.format_exception_only(error), traceback.format_exception(error)[-1:])
try:
    math
except NameError as error:
    print(traceback.format_exception_only(error), traceback.format_exception(error)[-1:])
try:
    try:
        account.balance_now()
    except AttributeError as error:
        raise ValueError("no balance") from error
except ValueError:
    traceback.print_exc()
account.balance_now()
