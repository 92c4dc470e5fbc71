"""Names of signals. Mirrors CPython's Lib/signal.py on Linux: handlers are kept, and raise_signal calls them; from outside no
signal ever comes."""
import enum

_NUMBERS = dict(SIGHUP=1, SIGINT=2, SIGQUIT=3, SIGILL=4, SIGTRAP=5, SIGABRT=6, SIGBUS=7, SIGFPE=8, SIGKILL=9, SIGUSR1=10,
                SIGSEGV=11, SIGUSR2=12, SIGPIPE=13, SIGALRM=14, SIGTERM=15, SIGSTKFLT=16, SIGCHLD=17, SIGCONT=18,
                SIGSTOP=19, SIGTSTP=20, SIGTTIN=21, SIGTTOU=22, SIGURG=23, SIGXCPU=24, SIGXFSZ=25, SIGVTALRM=26,
                SIGPROF=27, SIGWINCH=28, SIGIO=29, SIGPWR=30, SIGSYS=31)
_WORDS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 9: 'Killed', 10: 'User defined signal 1',
          12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 17: 'Child exited'}

Signals = enum.IntEnum('Signals', _NUMBERS, module='signal')
Handlers = enum.IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
SIGCLD = SIGCHLD
SIGPOLL = SIGIO
NSIG = 65


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def _checked(signalnum):
    number = int(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def getsignal(signalnum):
    return _handlers.get(_checked(signalnum), SIG_DFL)


def signal(signalnum, handler):
    number = _checked(signalnum)
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, 'Invalid argument')
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    old = getsignal(number)
    _handlers[number] = handler
    return old


def raise_signal(signalnum):
    handler = getsignal(signalnum)
    if handler == SIG_IGN:
        return
    if callable(handler) and not isinstance(handler, Handlers):
        import sys
        handler(int(signalnum), sys._getframe(1))
        return
    raise NotImplementedError("Simul does not end a program by a signal: use sys.exit()")


def strsignal(signalnum):
    return _WORDS.get(_checked(signalnum))


def valid_signals():
    return set(Signals)
