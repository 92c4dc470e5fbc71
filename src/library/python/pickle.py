"""Objects as bytes and back. Mirrors CPython's Lib/pickle.py, whose working half is _pickle."""
from _pickle import (PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads)

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)

_CODES = """MARK=( STOP=. POP=0 POP_MARK=1 DUP=2 FLOAT=F INT=I BININT=J BININT1=K LONG=L BININT2=M NONE=N PERSID=P BINPERSID=Q
REDUCE=R STRING=S BINSTRING=T SHORT_BINSTRING=U UNICODE=V BINUNICODE=X APPEND=a BUILD=b GLOBAL=c DICT=d EMPTY_DICT=} APPENDS=e
GET=g BINGET=h INST=i LONG_BINGET=j LIST=l EMPTY_LIST=] OBJ=o PUT=p BINPUT=q LONG_BINPUT=r SETITEM=s TUPLE=t EMPTY_TUPLE=)
SETITEMS=u BINFLOAT=G BINBYTES=B SHORT_BINBYTES=C"""
for _word in _CODES.split():
    globals()[_word[:-2]] = _word[-1].encode()
    __all__.append(_word[:-2])
_LATER_CODES = """PROTO NEWOBJ EXT1 EXT2 EXT4 TUPLE1 TUPLE2 TUPLE3 NEWTRUE NEWFALSE LONG1 LONG4 SHORT_BINUNICODE BINUNICODE8
BINBYTES8 EMPTY_SET ADDITEMS FROZENSET NEWOBJ_EX STACK_GLOBAL MEMOIZE FRAME BYTEARRAY8 NEXT_BUFFER READONLY_BUFFER"""
for _i, _word in enumerate(_LATER_CODES.split(), 0x80):
    globals()[_word] = bytes((_i,))
    __all__.append(_word)
TRUE, FALSE = b"I01\n", b"I00\n"
__all__ += ["TRUE", "FALSE"]
del _CODES, _LATER_CODES, _word, _i
