# Each except* takes the errors of its kind out of the group; what nobody takes is raised on.
import asyncio


async def fails(error):
    await asyncio.sleep(1)
    raise error


async def main():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                for error in (ValueError(1), OSError("disk"), ValueError(2), KeyError("k")):
                    group.create_task(fails(error))
        except* ValueError as errors:
            print("values:", errors.exceptions)
        except* OSError as errors:
            print("system:", errors.exceptions)
    except ExceptionGroup as rest:
        print("left:", rest.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError(3)))
    except* Exception as errors:
        print(type(errors).__name__, errors.exceptions)
    else:
        print("this is never printed")
    finally:
        print("finally")


asyncio.run(main())
