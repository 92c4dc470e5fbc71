"""Endings of files, colours, and messages without a catalogue."""
import mimetypes, colorsys, gettext, itertools
for f in "a.txt b.tar.gz c.TGZ http://x.org/p/y.html?q=1 d e.jpeg f.py g.json h.svgz i.mp4 k.js .bashrc l.webp m.unknown data:image/png;base64,xx data:,x n.csv.gz /a/b.c/d o.md p.wasm".split(): print(f, mimetypes.guess_type(f), mimetypes.guess_type(f, strict=False))
print(mimetypes.guess_extension("text/html"), mimetypes.guess_extension("image/jpeg"), mimetypes.guess_extension("x/y"), mimetypes.types_map[".png"], mimetypes.guess_file_type("/x/a.gif") )
mimetypes.add_type("x/y", ".zz"); print(mimetypes.guess_type("f.zz"), mimetypes.guess_extension("x/y"))
for c in itertools.product((0, .25, .5, 1), repeat=3):
    print(colorsys.rgb_to_hsv(*c), colorsys.rgb_to_hls(*c), colorsys.rgb_to_yiq(*c), colorsys.hsv_to_rgb(*c), colorsys.hls_to_rgb(*c), colorsys.yiq_to_rgb(*c))
_ = gettext.gettext
print(_("Hello"), gettext.ngettext("%d file", "%d files", 3) % 3, gettext.textdomain(), gettext.translation("x", fallback=True).gettext("q"))
try: gettext.translation("myapp")
except OSError as e: print(type(e).__name__, e)
gettext.install("app"); print(_("x"))
