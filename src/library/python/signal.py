"""Names of signals. Mirrors CPython's Lib/signal.py on Linux; what signals do is in _signal."""
import enum
import _signal
from _signal import NSIG, default_int_handler, raise_signal

_NUMBERS = dict(SIGHUP=1, SIGINT=2, SIGQUIT=3, SIGILL=4, SIGTRAP=5, SIGABRT=6, SIGBUS=7, SIGFPE=8, SIGKILL=9, SIGUSR1=10,
                SIGSEGV=11, SIGUSR2=12, SIGPIPE=13, SIGALRM=14, SIGTERM=15, SIGSTKFLT=16, SIGCHLD=17, SIGCONT=18,
                SIGSTOP=19, SIGTSTP=20, SIGTTIN=21, SIGTTOU=22, SIGURG=23, SIGXCPU=24, SIGXFSZ=25, SIGVTALRM=26,
                SIGPROF=27, SIGWINCH=28, SIGIO=29, SIGPWR=30, SIGSYS=31, SIGRTMIN=34, SIGRTMAX=64, SIGIOT=6, SIGCLD=17, SIGPOLL=29)
_WORDS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap', 6: 'Aborted', 7: 'Bus error',
          8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault', 12: 'User defined signal 2',
          13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 16: 'Stack fault', 17: 'Child exited', 18: 'Continued',
          19: 'Stopped (signal)', 20: 'Stopped', 21: 'Stopped (tty input)', 22: 'Stopped (tty output)', 23: 'Urgent I/O condition',
          24: 'CPU time limit exceeded', 25: 'File size limit exceeded', 26: 'Virtual timer expired', 27: 'Profiling timer expired',
          28: 'Window changed', 29: 'I/O possible', 30: 'Power failure', 31: 'Bad system call'}
_OF_THE_C_LIBRARY = (32, 33)    # no program's
_WORDS |= {number: f'Real-time signal {number - 34}' for number in range(34, NSIG)}

Signals = enum.IntEnum('Signals', _NUMBERS, module='signal')
Handlers = enum.IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def _member(value, enumeration):
    try:
        return enumeration(value) if isinstance(value, int) else value
    except ValueError:
        return value


def signal(signalnum, handler):
    number = int(signalnum) if isinstance(signalnum, int) else signalnum
    plain = int(handler) if isinstance(handler, int) else handler
    return _member(_signal.signal(number, plain), Handlers)


def getsignal(signalnum):
    return _member(_signal.getsignal(signalnum), Handlers)


def strsignal(signalnum):
    return _WORDS.get(_signal._checked(signalnum))


def valid_signals():
    return {_member(number, Signals) for number in range(1, NSIG) if number not in _OF_THE_C_LIBRARY}


def __getattr__(name):
    if name in ("alarm", "setitimer", "getitimer", "pause", "pthread_kill", "pthread_sigmask", "siginterrupt", "sigwait", "set_wakeup_fd"):
        raise AttributeError(f"Simul's signal has no {name!r}: only the program itself raises signals (instead: raise_signal(), loop.call_later())")
    raise AttributeError(f"module 'signal' has no attribute {name!r}")
