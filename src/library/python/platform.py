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
