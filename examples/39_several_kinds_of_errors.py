# title: Several errors at once
# group: Task groups
# look for: Three children fail in the same instant; each except* takes the errors of its kind out of the
#   one group.
# from: Simul

import asyncio


async def task(error):
    await asyncio.sleep(1)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(task(ValueError("bad number")))
            group.create_task(task(KeyError("no such key")))
            group.create_task(task(ValueError("bad date")))
    except* ValueError as errors:
        print("values:", [str(error) for error in errors.exceptions])
    except* KeyError as errors:
        print("keys:", [str(error) for error in errors.exceptions])


asyncio.run(main())
