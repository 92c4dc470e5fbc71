# A callback for a future that is done is queued at once, so on a future of a closed loop add_done_callback() raises; the
# traceback ends in the loop's call_soon().
import asyncio
import traceback


async def quick():
    return 1


async def main():
    task = asyncio.create_task(quick())
    await task
    return task, asyncio.get_running_loop().create_future()


done, pending = asyncio.run(main())
pending.add_done_callback(print)
for what in (lambda: done.add_done_callback(print), lambda: pending.set_result(2), pending.cancel):
    try:
        what()
    except RuntimeError:
        traceback.print_exc()
print(done.done(), pending.done())
