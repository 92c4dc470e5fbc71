# The loop's own pool has four threads more than the machine has cores. The modelled machine has eight: of fourteen calls
# twelve run at once, and the others when a thread is free.
import asyncio
import os
import time


def job(number):
    print("job", number, "starts")
    time.sleep(1)
    return number


async def main():
    print(os.cpu_count(), os.process_cpu_count())
    print(await asyncio.gather(*(asyncio.to_thread(job, number) for number in range(14))))


asyncio.run(main())
