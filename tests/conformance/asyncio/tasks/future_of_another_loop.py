# Awaiting a future that belongs to another loop is a RuntimeError at the await, not a hang.
import asyncio

other = asyncio.new_event_loop()
foreign = other.create_future()


async def main():
    asyncio.current_task().set_name("main")
    try:
        await foreign
    except RuntimeError as error:
        print(str(error).split(" got ")[1].replace(hex(id(foreign)), "..."))
    foreign.set_result(3)
    print("a future that is done gives its result to anybody:", await foreign)


asyncio.run(main())
other.close()
