# The GeneratorExit of close() was raised during what is being handled, and what comes of it keeps its own context.
import types
@types.coroutine
def pause():
    yield
async def begun():
    try:
        await pause()
    except GeneratorExit:
        print("begun is closed")
        raise KeyError("in the end")
c = begun(); c.send(None)
try:
    try:
        raise RuntimeError("r")
    except RuntimeError:
        c.close()
except KeyError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))
