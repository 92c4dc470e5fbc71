# filename, filename2 and characters_written are fields of an OSError: not in its __dict__, each its own way to be
# set, deleted, shown, copied.
import copy
import pickle


def refused(do):
    try:
        do()
    except Exception as error:
        print(repr(error))


e = OSError(2, "No such", "a.txt")
print(vars(e), e.args, e.filename, e.filename2, e)
e = OSError(1, "a", None)
print(vars(e), e.args, e.filename, e)
e = OSError(1, "a", "x", None, "y")
print(vars(e), e.args, e.filename, e.filename2, e, repr(e))
e.filename2 = 3
print(e)
del e.filename2
print(e.filename2, e)
del e.filename
print(e.filename, e)

e = OSError()
e.filename = "x"
print(e, e.args)
e.errno = 4
print(e)

refused(lambda: e.characters_written)
refused(lambda: delattr(e, "characters_written"))
e.characters_written = 7
print(e.characters_written, vars(e))
refused(lambda: setattr(e, "characters_written", "no"))
del e.characters_written
refused(lambda: e.characters_written)

e = BlockingIOError(11, "again", 5)
print(e.characters_written, e.args, vars(e), e.filename, e)
e = BlockingIOError(11, "again", "name")
print(e.args, vars(e), e.filename, e)
refused(lambda: BlockingIOError(11, "again", 5.5))

for each in OSError(2, "No such", "a.txt"), OSError(1, "a", "x", None, "y"), BlockingIOError(11, "again", 5):
    print(each.__reduce__())
    for again in copy.copy(each), pickle.loads(pickle.dumps(each)):
        print(type(again), again.args, vars(again), again, again.filename, again.filename2)


class Mine(OSError):
    def __init__(self, *args):
        super().__init__(*args)
        self.own = 1


e = Mine(2, "x", "file")
print(vars(e), e.filename, e)
try:
    open("nonesuch")
except OSError as error:
    print(vars(error), error.filename)
    error.note = 1
    print(vars(error))
