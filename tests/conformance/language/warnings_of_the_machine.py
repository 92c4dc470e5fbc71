"""Warnings that CPython gives from C go through the module warnings: recorded, filtered, shown by the program."""
import asyncio
import warnings


async def nobody():
    pass


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(~True)
    if NotImplemented:
        pass
    compile("1 is 1", "q", "eval")
    compile("'\\d'", "q", "eval")
    nobody()
    nobody()
    for each in seen:
        print(each.category.__name__, each.lineno, each.filename.rpartition("/")[2], str(each.message)[:60])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(~False)
    nobody()
    compile("1 is 2", "q", "eval")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        compile("'\\e'", "q", "eval")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno)


def shown(message, category, filename, lineno, file=None, line=None):
    print("shown", category.__name__, str(message)[:40], lineno)


kept, warnings.showwarning = warnings.showwarning, shown
nobody()
eval("() is ()")
warnings.showwarning = kept


async def main():
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        nobody()
        await asyncio.sleep(0)
        print(len(seen), seen[0].category.__name__)
    nobody()


asyncio.run(main())
nobody()
eval("[] is 1")
~True
