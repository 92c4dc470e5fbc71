# A context variable: its default, tokens that take a change back, and contexts as copies that nobody else can change.
import contextvars

level = contextvars.ContextVar("level", default=3)
user = contextvars.ContextVar("user")
print(level.get(), level.name, type(level))
try:
    user.get()
except LookupError as error:
    print("LookupError", str(error).startswith("<ContextVar name='user' at 0x"))
print(user.get("nobody"))

token = level.set(5)
print(level.get(), token.old_value, token.var is level)


def deeper(step, *, times):
    level.set(level.get() + step * times)
    print("inside", level.get())
    return "done"


copy = contextvars.copy_context()
print(copy.run(deeper, 1, times=2), level.get(), copy[level])
print(len(copy), level in copy, user in copy, copy.get(user, "none"))
level.reset(token)
print("after reset", level.get())


def complain(action, *args):
    try:
        action(*args)
    except Exception as error:
        print(type(error).__name__ + ":", str(error).split("0x")[0])
        print("   ", str(error).endswith("has already been used once"), str(error).endswith("in a different Context"))


complain(level.reset, token)
complain(level.reset, copy.run(level.set, 1))
complain(level.reset, 3)
complain(user.reset, level.set(1))
complain(copy.run, copy.run, print)
complain(lambda: copy[1])
complain(lambda: copy[user])
complain(contextvars.ContextVar, 1)
complain(contextvars.Context, 1)
print(list(copy) == [level], dict(copy.items()) == {level: 1}, list(copy.values()))
print(copy == copy.copy(), contextvars.Context() == copy)
print(contextvars.Token.MISSING, user.set("ada").old_value)
try:
    copy.run(lambda: 1 / 0)
except ZeroDivisionError as error:
    print("raised through run:", error)
print(copy.run(level.get))
