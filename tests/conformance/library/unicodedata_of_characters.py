# What Unicode says of a character, and texts that look alike made alike.
import unicodedata


def slug(text):
    """As many write it: letters without their marks, the rest as dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain.lower()).split())


def without_marks(text):
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def width(text):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


print(slug("Crème brûlée: ½ Portion Äpfel & ﬁnes Öl"), without_marks("Žluťoučký kůň"), without_marks("Việt Nam"))
print([width(text) for text in ("abc", "日本語", "ｱﾊﾟｰﾄ", "Ｆｕｌｌ", "é", "e\u0301")])
for letter in ("a", "Z", "ß", "ǅ", "5", "٣", "²", "½", "Ⅷ", "五", "京", " ", "\n", "_", "(", "«", "€", "+", "^", "©", "\u0301", "\u200d", "\u2028",
               "א", "ع", "한", "日", "😀", "\ue000", "\ud800", "\u0378"):
    print(ascii(letter), unicodedata.category(letter), unicodedata.bidirectional(letter) or "-", unicodedata.combining(letter),
          unicodedata.mirrored(letter), unicodedata.east_asian_width(letter), unicodedata.decimal(letter, None),
          unicodedata.digit(letter, None), unicodedata.numeric(letter, None), unicodedata.decomposition(letter) or "-")
samples = ("é", "e\u0301\u0323", "ａｂｃ", "한글", "\u1100\u1161\u11a8", "ﬁ", "\u212b", "\u0344", "q\u0307\u0323", "\u0958", "ệ", "Ǆ", "①½",
           "a\u0315\u0300\u05ae\u0300b", "\u0301a", "\u09c7\u09be\u0301", "x² ™ ℌ", "plain")
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, [ascii(unicodedata.normalize(form, text)) for text in samples])
    print([unicodedata.is_normalized(form, text) for text in samples])
print(unicodedata.normalize("NFC", "e\u0301") == "é", unicodedata.unidata_version)
for call in (lambda: unicodedata.category("ab"), lambda: unicodedata.category(3), lambda: unicodedata.decimal("½"),
             lambda: unicodedata.digit("x"), lambda: unicodedata.numeric("x"), lambda: unicodedata.normalize("NFX", "é"),
             lambda: unicodedata.normalize("NFC", 3), lambda: unicodedata.normalize(3, "x"), lambda: unicodedata.decimal("ab"),
             lambda: unicodedata.east_asian_width("")):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
