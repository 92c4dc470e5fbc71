# Threads are numbered from 1; a target's name follows in parentheses; a subclass and a name of one's own.
import threading


def work():
    pass


class Worker(threading.Thread):
    def run(self):
        print("running as", self.name, threading.current_thread() is self, self.is_alive())


print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
threads = [threading.Thread(target=work), threading.Thread(), threading.Thread(target=work, name="mine"), Worker(),
           threading.Thread(target=lambda: None), threading.Thread(target=work, daemon=True), Worker(name="w")]
for thread in threads:
    print(repr(thread), thread.name, thread.daemon, thread.ident)
    thread.start()
    thread.join()
    print(repr(thread).replace(str(thread.ident), "IDENT"))
threads[0].name = 12
print(repr(threads[0].name), threading.active_count())
