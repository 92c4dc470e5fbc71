"""Names are what Unicode calls so: letters of all scripts, signs and digits of theirs behind the first letter."""
import sys

größe = 1
变量 = 2
переменная = 3
שלום, सत्य, ありがとう, 이름 = 4, 5, 6, 7
a٣, état = 8, 9
𝐱 = 10
ﬁt = 11
ｗｉｄｅ = 12
ª = 13
print(sorted(name for name in globals() if not name.isascii()), x, fit, wide, a)
for text in ("₀ = 1", "€ = 1", "a€ = 1", "٣a = 1", "a\u00a0= 1", "\u0378 = 1", "a\u200b = 1", "a\ue000 = 1", "😀", "\ufeffx = 1", "x = ½", "a·b = 1; print(a·b)", "℘ = 3; print(℘)"):
    try:
        exec(compile(text, "given", "exec"))
    except SyntaxError as error:
        print(ascii(text), error.msg, error.offset, error.end_offset)
count = 0
for code in [*range(0x80, 0x2000), *range(0x2C00, 0x3400), *range(0xA000, 0xAC00), *range(0x10000, 0x1D000)]:
    for text in (chr(code), "a" + chr(code)):
        try:
            compile("del " + text, "given", "exec")
            fine = True
        except SyntaxError as error:
            fine = "normal form" in error.msg
        if fine != text.isidentifier():
            print(hex(code), fine)
        count += fine
print(count)
print(repr("\u0378\u0903\u1f1e6"), ascii("é"), ["\u0378", "é"], sys.intern("größe") in globals())
exec(b"\xef\xbb\xbfprint('bytes may begin with a mark')")
