# signal: names, handlers that are kept, and raise_signal.
import signal
from signal import SIGINT, SIGTERM, Signals

print(SIGINT, repr(SIGTERM), Signals(9), Signals["SIGHUP"].value, signal.SIGINT.name, signal.strsignal(15), signal.SIG_DFL, repr(signal.SIG_IGN))
print(signal.getsignal(SIGTERM), signal.getsignal(SIGINT) is signal.default_int_handler)


def handler(number, frame):
    print("handler", number, Signals(number).name, frame.f_lineno)


print(signal.signal(SIGTERM, handler), signal.signal(SIGTERM, handler) is handler)
signal.raise_signal(SIGTERM)
try:
    signal.raise_signal(SIGINT)
except KeyboardInterrupt:
    print("interrupted")
for wrong in (lambda: signal.signal(99, handler), lambda: signal.signal(SIGTERM, 5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
