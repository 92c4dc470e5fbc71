"""Nobody awaits what a loop goes over: it dies when the loop is over, at the line of its `for`."""


async def nobody():
    pass


def over_a_tuple():
    for each in (nobody(), 1):
        each = 2
        each = 3


def over_a_list():
    for each in [nobody(), 1]:
        each = 2
        each = 3


over_a_tuple()
over_a_list()
for each in (nobody(), 1):
    each = 2
    each = 3
