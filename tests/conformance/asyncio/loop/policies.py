# The event loop policy decides which loop get_event_loop() gives and new_event_loop() makes.
import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("the policy makes a loop")
        return super().new_event_loop()

    def get_event_loop(self):
        print("the policy is asked")
        return super().get_event_loop()


policy = asyncio.get_event_loop_policy()
print(type(policy).__name__, policy is asyncio.get_event_loop_policy(), isinstance(policy, asyncio.AbstractEventLoopPolicy))
asyncio.set_event_loop_policy(Policy())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


print(loop.run_until_complete(main()))
loop.close()
print(asyncio.run(main()))
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
for wrong in (lambda: asyncio.set_event_loop_policy(1), lambda: asyncio.set_event_loop(1), asyncio.AbstractEventLoopPolicy().get_event_loop):
    try:
        wrong()
    except (TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
