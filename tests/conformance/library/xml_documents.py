"""XML documents, whole and broken: the tree, or what is said to be wrong and where."""
import xml.etree.ElementTree as ET

DOCS = ["<a/>", "<a>t<b>x</b>y<c k='v' j=\"w&amp;&lt;&#65;&#x42;\"/>z</a>", "", "  ", "x", "<a>", "<a></b>", "<a><b></a>", "<a/><b/>", "<a/>x", "<a", "<a b", "<a b=", "<a b=c>", "<a b='x' b='y'/>",
 "<a>&foo;</a>", "<a>&</a>", "<a>& b</a>", "<a b='&foo;'/>", "<a b='<'/>", "<a>]]></a>", "<a><!-- c --></a>", "<!-- c --><a/>", "<a><!-- a -- b --></a>", "<a><?pi data?></a>", "<?xml version='1.0'?><a/>", " <?xml version='1.0'?><a/>",
 "<a><![CDATA[<x>&]]></a>", "<a><![CDATA[x</a>", "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY e 'v'>]><a>&e;</a>", "<a xmlns='u'><b/></a>", "<p:a xmlns:p='u' p:k='1' k='2'/>", "<p:a/>", "<a p:k='1'/>", "<1a/>", "<a 1='x'/>",
 "<a><b/></a>\n\n<!-- end -->\n", "<a>\n  <b>\n</c></a>", "<a>é\U0001f600</a>", "<a b='1'c='2'/>", "<a / >", "</a>", "<a></a></a>", "<a>&#0;</a>", "<a>&#xZ;</a>", "<a>\x01</a>", "<a b='x\ny\tz'/>", "<a>l1\r\nl2\rl3</a>", "<a ><b ></b ></a >", "<a><", "<a>&am", "<a b='x", "<a>text", "<a><!-", "<a><!x></a>", "<?pi?><a/>", "<!DOCTYPE", "<a>]]</a>", "<a:b:c xmlns:a='u'/>", "<a xmlns:x='u' xmlns:y='u' x:k='1' y:k='2'/>", "<a xml:lang='en'/>", "&lt;<a/>", "<>", "< a/>", "<a><b>1</b><b>2</b></a>junk", b"<a>\xc3\xa9</a>", b"<?xml version='1.0' encoding='latin-1'?><a>\xe9</a>", b"<a>\xff</a>", "\ufeff<a/>"]
for d in DOCS:
    try:
        r = ET.fromstring(d)
        print(repr(d), "->", ET.tostring(r), ET.tostring(r, encoding="unicode"))
    except ET.ParseError as e:
        print(repr(d), "!!", e, e.code, e.position)
    except Exception as e:
        print(repr(d), "??", type(e).__name__, e)
