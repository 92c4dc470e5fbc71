"""The machine that Simul models. Mirrors what CPython's Lib/platform.py offers."""
import sys as _sys


def system():
    return "Linux"


def python_version():
    return _sys.version.split()[0]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def machine():
    return "x86_64"


def node():
    return "simul"


def release():
    return "6.1.0"


def version():
    return "#1 SMP"


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return bits or "64bit", linkage or "ELF"


def platform(aliased=False, terse=False):
    return "-".join([system(), release()] + ([] if terse else [machine(), "with"]) + ["glibc2.36"])


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "glibc", "2.36"


def python_build():
    return "main", "simul"


def python_compiler():
    return "Clang"


def python_branch():
    return ""


def python_revision():
    return ""


def __getattr__(name):
    if name not in ("uname", "uname_result"):
        raise AttributeError(f"module 'platform' has no attribute {name!r}")
    from collections import namedtuple
    global uname, uname_result
    uname_result = namedtuple("uname_result", "system node release version machine processor", module="platform")

    def uname():
        return uname_result(system(), node(), release(), version(), machine(), processor())
    return globals()[name]
