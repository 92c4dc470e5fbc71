"""signal: every signal of Linux by its name, and what the handlers' enumeration holds."""
import signal
from signal import Signals

for each in (Signals.SIGABRT, Signals.SIGALRM, Signals.SIGBUS, Signals.SIGCHLD, Signals.SIGCONT, Signals.SIGFPE, Signals.SIGILL, Signals.SIGIO,
             Signals.SIGPIPE, Signals.SIGPROF, Signals.SIGPWR, Signals.SIGQUIT, Signals.SIGSEGV, Signals.SIGSTKFLT, Signals.SIGSTOP, Signals.SIGSYS,
             Signals.SIGTRAP, Signals.SIGTSTP, Signals.SIGTTIN, Signals.SIGTTOU, Signals.SIGURG, Signals.SIGUSR2, Signals.SIGVTALRM,
             Signals.SIGWINCH, Signals.SIGXCPU, Signals.SIGXFSZ):
    print(repr(each), each.name, int(each), signal.strsignal(each))
print(list(signal.Handlers), signal.Handlers.SIG_DFL, repr(signal.Handlers.SIG_IGN), signal.SIG_IGN is signal.Handlers.SIG_IGN, signal.Handlers(0))
valid = signal.valid_signals()
print(type(valid), len(valid), signal.SIGINT in valid, 64 in valid, 65 in valid, 32 in valid)
print(sorted(valid)[:3], [name for name, each in Signals.__members__.items() if each.name != name])
print(signal.SIGRTMIN, repr(signal.SIGRTMAX), signal.NSIG, signal.getsignal(signal.SIGUSR2), signal.getsignal(signal.SIGPIPE))
for wrong in (lambda: Signals(99), lambda: signal.strsignal(99), lambda: signal.strsignal(0), lambda: signal.getsignal(0), lambda: signal.Handlers(7),
              lambda: signal.signal(signal.SIGKILL, print), lambda: signal.raise_signal("x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
