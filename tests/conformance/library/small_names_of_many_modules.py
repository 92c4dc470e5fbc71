# Names that are used in one line now and then.
import calendar
import codecs
import importlib
import linecache
import mimetypes
import numbers
import os
import posixpath
import re
import shutil
import string
import textwrap
import traceback

print(calendar.FRIDAY, calendar.weekday(2024, 3, 1) == calendar.FRIDAY)
print(codecs.BOM_UTF16_LE, codecs.BOM_BE, codecs.BOM_UTF32 in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), codecs.BOM_UTF32_LE)
print(importlib.invalidate_caches(), isinstance(3 + 4j, numbers.Complex), (3 + 4j).conjugate())
text, dot = re.compile("a.b", re.DOTALL), re.compile(r"\w+", re.UNICODE)
print(text.fullmatch("a\nb"), dot.split("one, two"), re.RegexFlag.DOTALL == re.DOTALL, re.compile(rb"\w", re.LOCALE).flags & re.LOCALE)
print(posixpath.defpath, posixpath.supports_unicode_filenames, os.path.supports_unicode_filenames)
with open("a.txt", "w") as source:
    source.write("copied")
with open("a.txt") as source, open("b.txt", "w") as target:
    shutil.copyfileobj(source, target)
try:
    shutil.copyfile("a.txt", "a.txt")
except shutil.SameFileError as error:
    print(isinstance(error, shutil.Error), error)
print(open("b.txt").read(), shutil.get_terminal_size((33, 9)).lines > 0)


class Checking(string.Formatter):
    def check_unused_args(self, used_args, args, kwargs):
        unused = set(kwargs) - used_args
        if unused:
            raise ValueError(f"nobody asks for {sorted(unused)}")

    def get_field(self, field_name, args, kwargs):
        print("field", field_name)
        return super().get_field(field_name, args, kwargs)


print(Checking().format("{a.real} {b[0]}", a=3, b="xy"))
try:
    Checking().format("{a}", a=1, c=2)
except ValueError as error:
    print(error)
print(string.Template.idpattern, textwrap.TextWrapper.unicode_whitespace_trans[ord("\t")])
mimetypes.init()
print(mimetypes.inited, mimetypes.suffix_map[".tgz"], mimetypes.encodings_map[".gz"], mimetypes.common_types[".jpg"],
      ".txt" in mimetypes.guess_all_extensions("text/plain"))
print(linecache.lazycache("none.py", {}), linecache.getline("a.txt", 1))


def fails():
    held = [1]
    raise ValueError(held)


try:
    fails()
except ValueError as error:
    kept = error.__traceback__
    print(kept.tb_next.tb_frame.f_locals)
    error = None
traceback.clear_frames(kept)
print(kept.tb_next.tb_frame.f_locals)
