# A closed Runner cannot run, nor can one inside a running loop; entering it twice is allowed, closing it twice too.
import asyncio


async def main():
    return "ran"


async def nested(runner):
    coroutine = main()
    try:
        runner.run(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()


runner = asyncio.Runner()
print(runner.run(main()))
runner.run(nested(runner))
try:
    runner.run("no coroutine")
except (TypeError, ValueError) as error:
    print(type(error).__name__ + ":", error)
runner.close()
runner.close()
coroutine = main()
for use in (lambda: runner.run(coroutine), runner.get_loop, runner.__enter__):
    try:
        use()
    except RuntimeError as error:
        print("RuntimeError:", error)
coroutine.close()
