# to_thread takes the task's context variables along; run_in_executor and plain threads do not.
import asyncio
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")


def show(where):
    print(where, user.get())
    user.set("changed in " + where)


async def main():
    user.set("ann")
    await asyncio.to_thread(show, "to_thread")
    await asyncio.get_running_loop().run_in_executor(None, show, "run_in_executor")
    thread = threading.Thread(target=show, args=("Thread",))
    thread.start()
    thread.join()
    context = contextvars.copy_context()
    thread = threading.Thread(target=context.run, args=(show, "context.run"))
    thread.start()
    thread.join()
    print("here", user.get(), context[user])


asyncio.run(main())
