# An exception that is kept holds the frames it went through, and these hold their callers, each with all its variables.
class Marked:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies")


def fails():
    mine = Marked("of fails()")
    raise ValueError("kept")


def catches():
    mine = Marked("of catches()")
    try:
        fails()
    except ValueError as error:
        return error


def calls():
    mine = Marked("of calls()")
    return catches()


error = calls()
print("calls() has returned")
frame = error.__traceback__.tb_frame
print(frame.f_code.co_name, "was called by", frame.f_back.f_code.co_name, "by", frame.f_back.f_back.f_code.co_name)
del frame
error.__traceback__ = None
print("without its traceback it holds nothing")
