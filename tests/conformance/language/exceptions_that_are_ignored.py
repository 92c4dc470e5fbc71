# What an exception that nobody can catch looks like: its own traceback without marks, and no chain.
class Loud:
    def __init__(self, how):
        self.how = how

    def __del__(self):
        if self.how == "chain":
            try:
                {}["missing"]
            except KeyError as error:
                raise ValueError("second") from error
        elif self.how == "context":
            try:
                1 / 0
            except ZeroDivisionError:
                undefined_name + 1
        elif self.how == "note":
            error = RuntimeError("noted")
            error.add_note("a note")
            raise error
        elif self.how == "group":
            raise ExceptionGroup("several", [ValueError(1), KeyError("k")])
        elif self.how == "deep":
            def recurse(n):
                return recurse(n - 1) if n else [].missing
            recurse(6)
        elif self.how == "lines":
            raise ValueError(
                "over several",
                "lines")
        elif self.how == "exit":
            raise SystemExit(4)
        elif self.how == "empty":
            raise KeyError


for how in ("chain", "context", "note", "group", "deep", "lines", "exit", "empty"):
    each = Loud(how)
    del each

def dies_in_call():
    local = Loud("empty")
    return 5

print(dies_in_call())
