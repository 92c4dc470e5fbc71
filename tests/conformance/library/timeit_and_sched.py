# timeit: what runs how often and in which names; sched: order, cancelling, waiting or not.
import sched
import time
import timeit

calls = []
timer = timeit.Timer(lambda: calls.append("stmt"), lambda: calls.append("setup"))
print(timer.timeit(3) >= 0, calls)
calls.clear()
print(len(timer.repeat(2, 2)), calls)
print(timeit.timeit("x += 1\ny = x", "x = 0\ny = 1", number=5) >= 0, len(timeit.repeat("pass", repeat=3, number=2)), timeit.timeit("list(itertools.islice(time.ctime(), 2))", number=1) >= 0)
space = {"calls": calls, "n": 2}
calls.clear()
timeit.timeit("calls.append(n)\nfor each in range(2):\n    calls.append(each)", "global n\nn += 1", number=2, globals=space)
print(calls, sorted(name for name in space if name != "__builtins__"))
ticks = iter(range(100))
print(timeit.Timer(timer=lambda: next(ticks)).timeit(7), timeit.timeit(number=0, timer=lambda: next(ticks)), timeit.repeat(timer=lambda: next(ticks), number=1, repeat=2))
seen = []
print(timeit.Timer(lambda: None, timer=iter([0, 0.1, 1, 1.15, 2, 2.25]).__next__).autorange(lambda number, taken: seen.append((number, round(taken, 3))))[0], seen)
for wrong in (lambda: timeit.Timer(5), lambda: timeit.Timer(setup=5), lambda: timeit.Timer("return"), lambda: timeit.Timer("x", "break"), lambda: timeit.Timer("x ="), lambda: timeit.timeit("1 / 0", number=1), lambda: timeit.timeit("nothing", number=1), lambda: timeit.timeit("x += 1", "x = ''", number=1)):
    try:
        print(wrong())
    except (ValueError, SyntaxError, ArithmeticError, NameError, TypeError) as error:
        print(type(error).__name__, error.msg if isinstance(error, SyntaxError) else error, getattr(error, "lineno", None))

plan = sched.scheduler(time.monotonic, time.sleep)
begin = time.monotonic()


def tell(word, *, end=""):
    print(word + end, round(time.monotonic() - begin, 1))


print(plan.empty(), plan.run(), plan.queue)
late = plan.enter(0.3, 1, tell, ("late",))
early = plan.enter(0.1, 2, tell, ("early",), {"end": "!"})
urgent = plan.enterabs(late.time, 0, tell, argument=("urgent",))
again = plan.enterabs(late.time, 1, lambda: plan.enter(0.1, 1, tell, ("added",)))
print([each.argument for each in plan.queue], early.kwargs, late.kwargs, late.priority, early < late, late < again, early._fields)
print(round(plan.run(blocking=False), 1), len(plan.queue))
gone = plan.enter(0.2, 1, tell, ("never",))
plan.cancel(gone)
try:
    plan.cancel(gone)
except ValueError:
    print("it is not there any more")
plan.run()
print(plan.empty(), plan.run(False))
now = [0]
waits = []
plan = sched.scheduler(lambda: now[0], lambda seconds: (waits.append(seconds), now.__setitem__(0, now[0] + seconds)))
for seconds in (5, 2, 2):
    plan.enter(seconds, 1, waits.append, (f"at {seconds}",))
plan.run()
print(waits)


def fail():
    raise KeyError("action")


plan.enter(0, 1, fail)
plan.enter(1, 1, waits.append, ("after",))
try:
    plan.run()
except KeyError as error:
    print("raised", error, len(plan.queue), plan.run(), waits[-3:])
