# Child watchers are on their way out: the abstract ones are there, do nothing, and warn whoever derives from them.
import asyncio

policy = asyncio.AbstractEventLoopPolicy()
for name, *arguments in [("get_event_loop",), ("set_event_loop", None), ("new_event_loop",), ("get_child_watcher",),
                         ("set_child_watcher", None)]:
    try:
        getattr(policy, name)(*arguments)
    except NotImplementedError as error:
        print(name, repr(error))


class Watcher(asyncio.AbstractChildWatcher):
    def is_active(self):
        return True


watcher = Watcher()
print(watcher.is_active())
for name, *arguments in [("add_child_handler", 1, print), ("remove_child_handler", 1), ("attach_loop", None), ("close",)]:
    try:
        getattr(watcher, name)(*arguments)
    except NotImplementedError as error:
        print(name, repr(error))
try:
    with watcher:
        pass
except NotImplementedError as error:
    print(repr(error))
