# What is asked of the machine before a report is written: every name has an answer of the right kind.
import platform
import sys
import threading

texts = [platform.system, platform.node, platform.release, platform.version, platform.machine, platform.processor, platform.python_branch,
         platform.python_revision, platform.python_compiler, platform.python_implementation, platform.platform]
print([isinstance(each(), str) for each in texts])
print(platform.system(), platform.python_implementation(), platform.python_version_tuple()[:2], len(platform.python_build()), len(platform.libc_ver()))
told = platform.uname()
print(isinstance(told, platform.uname_result), told.system == platform.system(), told.machine == platform.machine(), told.processor == platform.processor(), len(told))
print(sys.prefix == sys.base_prefix, sys.exec_prefix == sys.base_exec_prefix, isinstance(sys.abiflags, str), sys.prefix == sys.exec_prefix)
print(sys.setswitchinterval(0.01), sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as error:
    print(error)

number = threading.get_ident()
print(number == threading.current_thread().ident, threading.get_native_id() == threading.current_thread().native_id, threading.TIMEOUT_MAX > 1e6,
      threading.stack_size())


class Counting(threading.Thread):
    def run(self):
        print("in run()", self.name, threading.get_ident() == self.ident)
        super().run()


thread = Counting(target=print, args=("the target",), name="counting")
thread.start()
thread.join()
timer = threading.Timer(5, print)
timer.setName("late")
timer.setDaemon(True)
print(timer.getName(), timer.isDaemon(), timer.native_id)


def hook(arguments):
    print(type(arguments) is threading.ExceptHookArgs, arguments.exc_type.__name__, arguments.exc_value, arguments.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0, name="fails")
thread.start()
thread.join()
