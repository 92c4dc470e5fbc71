"""XML. Mirrors CPython's Lib/xml: only xml.etree is there."""
