"""Trees of XML elements: paths, writing, indenting, pulling, targets and what they refuse."""
import copy
import io
import os
import pickle
import sys
import xml.etree.ElementTree as ET

SRC = """<?xml version="1.0"?>
<data xmlns:x="http://x.org">
  <country name="Liechtenstein"><rank updated="yes">2</rank><year>2008</year><neighbor name="Austria" direction="E"/><neighbor name="Switzerland" direction="W"/></country>
  <country name="Singapore"><rank>5</rank><year>2011</year><x:extra>deep</x:extra></country>
  <country name="Panama"><rank>69</rank></country>
</data>"""
root = ET.fromstring(SRC)
print(root.tag, root.attrib, len(root), [c.get("name") for c in root], root[0][1].text, repr(root.text), repr(root[0].tail))
NS = {"x": "http://x.org"}
for path in ["country", "country/rank", ".//rank", "*", "./country[@name]", "country[@name='Panama']/rank", "country[rank='5']", "country[2]", "country[last()]", "country[last()-1]", ".//neighbor/..", ".//neighbor[@direction!='E']", "country[year]", ".", "./", ".//x:extra", "{http://x.org}extra", ".//{*}extra", ".//{http://x.org}*", "country/*", "//rank", "/rank", "country[", "country[0]", "country[foo()]", "y:z", "", ".//", "country[.='x']", "country[year!='2008']", ".//rank[.='69']", ".//*[@updated]", "country//", "{}country", "country[@name='Panama' ]", "a b"]:
    for how in ("findall", "find", "findtext"):
        try:
            r = getattr(root, how)(path, namespaces=NS)
            print(path, how, [e.tag for e in r] if isinstance(r, list) else r if isinstance(r, str) or r is None else r.tag)
        except Exception as e:
            print(path, how, type(e).__name__, e)
print([e.tag for e in root.iter()], [e.text for e in root.iter("rank")], list(root[0].itertext()), "".join(root.itertext()).split())
a = ET.Element("a", {"k": "v"}, z="1")
b = ET.SubElement(a, "b", q="<&>\"'\n"); b.text = "x < y & z"; b.tail = "tail"
a.append(ET.Comment(" note ")); a.append(ET.ProcessingInstruction("pi", "data")); ET.SubElement(a, "{http://u}c", {"{http://u}k": "1"}); ET.SubElement(a, "br")
for kw in [{}, {"encoding": "unicode"}, {"encoding": "utf-8"}, {"encoding": "utf-8", "xml_declaration": True}, {"encoding": "unicode", "method": "html"}, {"encoding": "unicode", "method": "text"}, {"encoding": "unicode", "short_empty_elements": False}, {"encoding": "iso-8859-1"}, {"default_namespace": "http://u"}, {"method": "zz"}, {"encoding":"unicode","xml_declaration":True}]:
    try: print(kw, ET.tostring(a, **kw))
    except Exception as e: print(kw, type(e).__name__, e)
ET.register_namespace("pre", "http://u"); print(ET.tostring(a, "unicode"))
ET.indent(a); print(ET.tostring(a, "unicode")); ET.dump(a)
ET.indent(root, "\t"); print(ET.tostring(root, "unicode"))
for act in ["a.append(1)", "a.insert(0, 'x')", "a.extend([1])", "a[9]", "a[9]=b", "a['x']", "a.remove(ET.Element('q'))", "ET.Element('a', 3)", "ET.SubElement(1,'a')", "ET.tostring(ET.Element(3))", "a.set('n', 3) or ET.tostring(a)", "del a[99]", "a.find(1)", "ET.Element()", "ET.fromstring(3)", "ET.fromstring(None)", "bool(ET.Element('x'))", "ET.XMLPullParser(['bad'])", "a.iter('b').__next__().tag", "ET.register_namespace('ns1','x')", "a.nope", "ET.QName('u','t')", "str(ET.QName('u','t'))", "ET.QName('a')=='a'", "ET.iselement(a), ET.iselement(1)", "a.keys(), a.items(), a.get('zz', 5)", "type(a), type(a.iter()), ET.Element, ET.ElementTree", "a[0:2] and [e.tag for e in a[0:1]]", "copy.deepcopy(a)[0].attrib == a[0].attrib", "copy.copy(a)[0] is a[0]", "ET.tostring(pickle.loads(pickle.dumps(root))) == ET.tostring(root)", "ET.tostringlist(b, 'unicode')", "ET.XMLID('<a id=\"1\"><b id=\"2\"/></a>')[1].keys()", "ET.fromstringlist(['<a>','<b/>','</a>']).tag", "ET.ElementTree(a).getroot() is a", "a.makeelement('q', {}).tag"]:
    try:
        r = eval(act); print(act, "->", r)
    except Exception as e: print(act, "!!", type(e).__name__, e)
p = ET.XMLPullParser(["start", "end", "start-ns", "end-ns", "comment", "pi"])
for piece in ["<a xmlns='u' xm", "lns:p='v'><b>te", "xt</b><!-- c -->", "<?pi d?>", "<p:c/>", "</a>"]:
    p.feed(piece)
    print(piece, [(e, v.tag if hasattr(v, "tag") and isinstance(v.tag, str) else v if not hasattr(v, "tag") else v.text) for e, v in p.read_events()])
p.close()
for e, v in ET.iterparse(io.BytesIO(SRC.encode()), events=("start", "end")): print(e, v.tag, v.attrib)
it = ET.iterparse(io.StringIO("<a><b/></a>")); print(list(e for e, _ in it), it.root.tag)
class Target:
    def start(self, tag, attrib): print("start", tag, attrib)
    def end(self, tag): print("end", tag)
    def data(self, data): print("data", repr(data))
    def comment(self, text): print("comment", text)
    def pi(self, target, data): print("pi", target, data)
    def start_ns(self, p, u): print("start_ns", p, u)
    def end_ns(self, p): print("end_ns", p)
    def doctype(self, *a): print("doctype", a)
    def close(self): return "closed"
parser = ET.XMLParser(target=Target()); parser.feed("<!DOCTYPE a PUBLIC 'p' 's'><a k='1' xmlns:z='u'>one\ntwo &lt; th]ree&#33;<!-- c --><?t d  e?><z:b/></a>"); print(parser.close())
with open("t.xml", "w") as f: f.write(SRC)
t = ET.parse("t.xml"); print(t.getroot().tag, t.find("country").get("name"), [e.text for e in t.iter("rank")], t.findtext("country/year"))
t.write("o.xml", encoding="utf-8", xml_declaration=True); print(open("o.xml").read()[:80])
t.write(sys.stdout, encoding="unicode"); print()
for e in root.findall("country"):
    if int(e.find("rank").text) > 50: root.remove(e)
print(len(root)); root.clear(); print(len(root), root.attrib, root.text)
tb = ET.TreeBuilder(); tb.start("a", {}); tb.data("x"); tb.start("b", {}); tb.end("b"); tb.data("y"); tb.end("a"); print(ET.tostring(tb.close()))
parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True)); parser.feed("<a><!--c-->t<?p d?></a>"); print(ET.tostring(parser.close()))
for name in "t.xml", "o.xml":
    os.remove(name)
