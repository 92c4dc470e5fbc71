"""CPython's Modules/_queuemodule.c: the exception that queue gives on."""


class Empty(Exception):
    "Exception raised by Queue.get(block=0)/get_nowait()."
