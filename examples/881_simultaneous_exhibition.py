# title: The simultaneous exhibition
# group: Compare
# look for: One master plays 24 opponents by walking from board to board: one hour and 55 seconds. The tab
#   Scene shows the hall, and beside it the same games one after another: twelve hours.
# truth: The document says one hour. The last reply takes 55 seconds too, so it is 1:00:55.
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
        time.sleep(OUR_MOVE)  # the master is at this board, so at no other
        await asyncio.sleep(THEIR_REPLY)  # meanwhile the master walks on


async def exhibition():
    await asyncio.gather(*map(game, range(1, OPPONENTS + 1)))


start = time.monotonic()
asyncio.run(exhibition())
took = round(time.monotonic() - start)
print(f"The whole exhibition took {took // 3600}:{took // 60 % 60:02}:{took % 60:02}.")
