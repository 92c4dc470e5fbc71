# title: One board at a time
# group: Compare
# look for: The functions are asynchronous, and yet every game is awaited to its end before the next begins:
#   twelve hours, of which the master waits eleven.
# from: seed 001, A chess analogy

# scene: hall
import asyncio
import time

OPPONENTS = 24  # slider: 1 to 48
OUR_MOVE = 5  # slider: 1 to 30 s
THEIR_REPLY = 55  # slider: 1 to 120 s
PAIR_MOVES = 30  # slider: 1 to 60


async def game(board):
    for move in range(PAIR_MOVES):
        time.sleep(OUR_MOVE)
        await asyncio.sleep(THEIR_REPLY)


async def exhibition():
    for board in range(1, OPPONENTS + 1):
        await asyncio.create_task(game(board))


start = time.monotonic()
asyncio.run(exhibition())
took = round(time.monotonic() - start)
print(f"The whole exhibition took {took // 3600}:{took // 60 % 60:02}:{took % 60:02}.")
