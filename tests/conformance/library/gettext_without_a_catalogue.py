"""Messages without a catalogue: contexts, numbers, domains, fallbacks, and what is installed."""
import builtins
import gettext

print(gettext.gettext("hello"), gettext.ngettext("one", "many", 1), gettext.ngettext("one", "many", 0), gettext.pgettext("menu", "Open"), gettext.npgettext("menu", "file", "files", 2))
print(gettext.dgettext("other", "hello"), gettext.dngettext("other", "one", "many", 5), gettext.dpgettext("other", "menu", "Open"), gettext.dnpgettext("other", "menu", "file", "files", 1))
print(gettext.textdomain(), gettext.textdomain("mine"), gettext.textdomain(), gettext.bindtextdomain("mine", "/tmp/locale"), gettext.bindtextdomain("mine"))
print(gettext.find("mine"), gettext.find("mine", "/nowhere", ["de"], all=True), gettext.find("mine", languages=["de", "fr"]))
try:
    gettext.translation("mine", "/nowhere", ["de"])
except FileNotFoundError as error:
    print(error, error.errno, error.filename)
found = gettext.translation("mine", fallback=True)
print(type(found), found.info(), found.charset(), found.gettext("x"), found.ngettext("a", "b", 2), found.pgettext("c", "d"), found.npgettext("c", "a", "b", 1))


class Loud(gettext.NullTranslations):
    def gettext(self, message):
        return message.upper()

    def ngettext(self, msgid1, msgid2, n):
        return f"{n} {msgid1 if n == 1 else msgid2}".upper()

    def pgettext(self, context, message):
        return f"{context}/{message}"

    def npgettext(self, context, msgid1, msgid2, n):
        return f"{context}/{n}"


quiet = gettext.NullTranslations()
print(quiet.gettext("x"), quiet.ngettext("a", "b", 1), quiet.pgettext("c", "d"), quiet.npgettext("c", "a", "b", 3))
quiet.add_fallback(Loud())
quiet.add_fallback(gettext.NullTranslations())
print(quiet.gettext("x"), quiet.ngettext("a", "b", 1), quiet.pgettext("c", "d"), quiet.npgettext("c", "a", "b", 3), quiet.charset(), quiet.info())
quiet.install(["ngettext", "pgettext", "strange"])
print(_("installed"), ngettext("a", "b", 2), pgettext("c", "d"), hasattr(builtins, "npgettext"), hasattr(builtins, "strange"))
gettext.install("mine", names=["npgettext"])
print(_("plain"), npgettext("c", "a", "b", 2))
print(gettext.Catalog is gettext.translation)
