# stop() lets the turn end that is being run; run_forever() then returns and can be called again.
import asyncio

loop = asyncio.new_event_loop()


def stop():
    print("stop")
    loop.stop()
    loop.call_soon(print, "in the next turn: only after run_forever() is called again")


loop.call_soon(stop)
loop.call_soon(print, "in the same turn: still runs")
loop.run_forever()
print("stopped at", loop.time(), "running:", loop.is_running())
loop.call_later(1, loop.stop)
loop.run_forever()
print("stopped at", loop.time())
loop.stop()  # before it runs: exactly one turn
loop.call_soon(print, "one turn")
loop.run_forever()
loop.close()
