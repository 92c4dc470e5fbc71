# Depth of awaits: three hundred are fine, five thousand are a RecursionError.
import asyncio
async def main():
    await undefined_name
try:
    asyncio.run(main())
except NameError as e: print(e)
async def rec(n):
    if n == 0: return 0
    return 1 + await rec(n-1)
print(asyncio.run(rec(300)))
try:
    asyncio.run(rec(5000))
except RecursionError as e: print("RecursionError", e)
