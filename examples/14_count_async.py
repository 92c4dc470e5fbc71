# title: Counting, asynchronously
# group: Tasks that overlap
# look for: Three sleeps of a second overlap, and it takes 1 s; compare it with “Counting,
#   synchronously”.
# truth: The document says that main() is the event loop. main is only the first task on it.
# from: “Asyncio”, the notes with the chess exhibition

# countasync.py
import asyncio

async def count():
    print("One")
    await asyncio.sleep(1)
    print("Two")

async def main():
    await asyncio.gather(count(), count(), count())

if __name__ == "__main__":
    import time
    s = time.perf_counter()
    asyncio.run(main())
    elapsed = time.perf_counter() - s
    print(f"{__file__} exec in {elapsed:0.2f} seconds.")
