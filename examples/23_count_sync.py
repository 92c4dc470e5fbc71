# title: Counting, synchronously
# group: When the loop is blocked
# look for: There is no loop at all: every time.sleep holds the program, so it takes 3 s.
# from: “Asyncio”, the notes with the chess exhibition

# countsync.py
import time

def count():
    print("One")
    time.sleep(1)
    print("Two")

def main():
    for _ in range(3):
        count()

if __name__ == "__main__":
    s = time.perf_counter()
    main()
    elapsed = time.perf_counter() - s
    print(f"{__file__} exec in {elapsed:0.2f} seconds.")
