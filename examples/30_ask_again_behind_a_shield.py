# title: Impatient, but not destructive
# group: Time limits
# look for: wait_for would cancel the report after a second; shield() lets it go on, so the third look
#   finds it done.
# from: Simul

import asyncio


async def make_report():
    await asyncio.sleep(2.5)
    return "the report"


async def main():
    report = asyncio.create_task(make_report())
    while True:
        try:
            # Without shield() the first timeout would cancel the report itself.
            print(await asyncio.wait_for(asyncio.shield(report), timeout=1))
            break
        except TimeoutError:
            print("not yet")


asyncio.run(main())
