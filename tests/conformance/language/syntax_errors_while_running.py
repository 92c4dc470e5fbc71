# What eval(), exec() and compile() refuse is a SyntaxError with the place in the text, and its traceback shows it with carets.
import traceback

TEXTS = ("1 +", "x = 1", "import os", "", "1\n2", "a b", "for", "(", "'abc", "x += 2", "f(x) = 1", "1; 2", "  1", "return 1", "await x",
         "def f(:\n  pass", "if x:\npass", "print 1", "é b", "[1, 2", "{1: 2, 3}", "f(a=1, 2)", "else: 1")
for text in TEXTS:
    for run in (eval, exec):
        try:
            run(text)
            print(run.__name__, repr(text), "ran")
        except SyntaxError as error:
            print(run.__name__, repr(text), type(error).__name__, error)
            print("   ", error.args, error.msg, error.filename, error.lineno, error.offset, error.text)
            traceback.print_exc()

own = SyntaxError("no such word", ("poem.txt", 3, 5, "the wrd\n", 3, 8))
print(own, repr(own), own.lineno, own.end_lineno, own.end_offset, own.print_file_and_line)
own.lineno = 4
print(own)
print(SyntaxError(), SyntaxError("only"))
try:
    compile("a\nb c", "mine.py", "exec")
except SyntaxError as error:
    print(error.filename, error.lineno, error.text)
    caught = error
raise own from caught
