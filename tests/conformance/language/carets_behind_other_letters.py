# A returned call shows no carets when it is the whole line; behind letters that are not ASCII CPython shows them.
import traceback


def fails(*values):
    return 1 // 0


def ascii_only():
    return fails("e", 1)


def accent():
    return fails("é", 1)


def assigned():
    value = fails("中文", 1)
    return value


def in_a_comment():
    return fails(1)  # é


for each in (ascii_only, accent, assigned, in_a_comment):
    try:
        each()
    except ZeroDivisionError:
        traceback.print_exc()
