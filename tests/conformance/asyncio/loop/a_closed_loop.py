# A closed loop takes no more work: every call is a RuntimeError; closing twice is not.
import asyncio


async def main():
    pass


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
loop.close()
print(loop.is_closed())
coroutine = main()
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.run_until_complete(coroutine),
             lambda: loop.run_forever(), lambda: loop.create_task(coroutine)):
    try:
        call()
    except RuntimeError as error:
        print("RuntimeError:", error)
coroutine.close()
print(loop.create_future().done(), loop.time())
