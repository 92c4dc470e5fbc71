# What except*, split() and subgroup() make of a group are new groups, derived innermost first and the match before the
# rest, even when the rest is everything; their cause is set, be it to none, so their context is not shown.
class Group(ExceptionGroup):
    def derive(self, parts):
        print("derive", parts)
        return Group(self.message, parts)


group = Group("g", [ValueError(1), Group("h", [KeyError(2), OSError(3)])])
match, rest = group.split(TypeError)
print(match, rest is group, rest)
print(group.split(KeyError))
print(repr(group.subgroup(KeyError)))
print(group.subgroup(ExceptionGroup) is group)


def nothing_fits():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise ExceptionGroup("while handling", [ValueError()])
        except* TimeoutError:
            print("never")


try:
    nothing_fits()
except ExceptionGroup as error:
    print(repr(error.__context__), error.__suppress_context__)
nothing_fits()
