"""Equal constants of one compilation are one object, in whichever function or class they stand; of two compilations only words are."""
import sys


def pair():
    return (1, 2.5)


def other_pair():
    return (1, 2.5)


def number():
    return 2.5


def words(asked=(1, 2.5), *, more=2.5):
    "two words"
    return "two words", asked, more


def nested():
    return ((1, 2.5), ("two words", 2.5), frozenset({1}))


class Holder:
    both = (1, 2.5)
    below = -1.5
    also_below = -1.5
    text = "two words"
    data = b"xyz"
    far = 1000000000000000000000000000000
    imaginary = 2j


one, two = pair(), number()
print(pair() is other_pair(), one is Holder.both, one[1] is two, words()[1] is one, words()[2] is two)
print(words()[0] is Holder.text, words.__doc__ is Holder.text, nested()[0] is one, nested()[1][0] is Holder.text, nested()[1][1] is two)
print((lambda: b"xyz")() is Holder.data, (lambda: 10**30)() is Holder.far, (lambda: 2j)() is Holder.imaginary, Holder.below is Holder.also_below)
print((lambda: 1.5 + 1)() is two, ("two" " words") is Holder.text, ("two" + " words") is Holder.text, (1,) + (2.5,) is one, [one[1]][0] is two)
zero, below_zero, whole, real, truth = (0.0,), (-0.0,), (1,), (1.0,), (True,)
print(zero is below_zero, whole is real, truth is whole, zero is (lambda: (0.0,))())
print([each for each in range(2) if (1, 2.5) is one], {"k": (1, 2.5)}["k"] is one, [(1, 2.5), (1, 2.5)][1] is one)
for a, b in [(1, 2.5), (1, 2.5)]:
    print((a, b) is one, b is two)
print("two".join(["", " words"]) is Holder.text, sys.intern(Holder.text) is Holder.text)


def in_a_set(x):
    return x in {1, 2, 3}


def in_another(x):
    return x in {1, 2, 3}


print(in_a_set.__code__.co_consts, in_a_set.__code__.co_consts[1] is in_another.__code__.co_consts[1], in_a_set.__code__.co_nlocals)
print(words.__code__.co_consts, nested.__code__.co_consts, number.__code__.co_consts)

code = compile("made = (1, 2.5); word = 'word'; text = 'two words'; small = 'x'\ndef f(): return (1, 2.5)", "elsewhere", "exec")
first, second = {}, {}
exec(code, first)
exec(code, second)
print(first["made"] == one, first["made"] is one, first["made"] is second["made"], first["f"]() is first["made"], second["f"]() is first["made"])
print(first["word"] is "word".replace("x", ""), first["text"] is Holder.text, first["small"] is "xyz"[0], first["f"] is second["f"])
print(eval("2.5") is two, eval("'word'") is first["word"], eval("'two words'") is Holder.text, eval("()") is (), eval("''") is str())
