# Upper and lower case are not each other's opposite: one letter may become two, and there are letters of a third case.
print("straße".upper(), "straße".casefold(), "STRASSE".lower(), "ŉ".upper(), ascii("İ".lower()))
print("ΑΣ".lower(), "ΑΣΑ".lower(), "ǆ".title(), "ǆ".upper(), "ǅ".istitle(), "ǅ".isupper())
print("they're bill's".title(), "they're bill's".capitalize(), "HELLO wORLD".swapcase(), "ÀÉ".swapcase())
print("1a".title(), "a1b".title(), "ab cd".istitle(), "Ab Cd".istitle(), "AB".istitle(), "1".istitle())
print("123".isupper(), "A1".isupper(), "a".islower(), "".islower(), "ﬀ".upper(), "ß".isupper())
print("½".isnumeric(), "½".isdigit(), "²".isdigit(), "²".isdecimal(), "٣".isdecimal(), int("٣"), "Ⅷ".isnumeric(), "Ⅷ".lower())
print("é".isidentifier(), "1a".isidentifier(), "class".isidentifier(), "".isidentifier(), "_".isidentifier())
print("".isascii(), "\x7f".isascii(), "é".isascii(), " ".isprintable(), "\n".isprintable(), "".isprintable(), "\xad".isprintable(), "\u3000".isspace())
