"""unicode_module.py: the tables say what the Unicode files say."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import unicode_module  # noqa: E402

DATA = """0041;LATIN CAPITAL LETTER A;Lu;0;L;;;;;N;;;;0061;
00B2;SUPERSCRIPT TWO;No;0;EN;<super> 0032;;2;2;N;;;;;
00B3;SUPERSCRIPT THREE;No;0;EN;<super> 0033;;3;3;N;;;;;
00C0;LATIN CAPITAL LETTER A WITH GRAVE;Lu;0;L;0041 0300;;;;N;;;;00E0;
0300;COMBINING GRAVE ACCENT;Mn;230;NSM;;;;;N;;;;;
0340;COMBINING GRAVE TONE MARK;Mn;230;NSM;0300;;;;N;;;;;
4E00;<CJK Ideograph, First>;Lo;0;L;;;;;N;;;;;
4E03;<CJK Ideograph, Last>;Lo;0;L;;;;;N;;;;;
"""


class Tables(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "UnicodeData.txt").write_text(DATA)
            (folder / "EastAsianWidth.txt").write_text("4E00..4E03 ; W # ideographs\n0041 ; Na\n")
            (folder / "DerivedNormalizationProps.txt").write_text("0340..0341 ; Full_Composition_Exclusion # Mn\n")
            self.tables = {}
            exec(unicode_module.module_text(folder), self.tables)

    def test_a_property_is_runs_from_the_first_character_to_the_last(self):
        runs = self.tables["CATEGORY"].split(" ")
        self.assertEqual(["Cn", "41", "Lu", "1", "Cn", "70", "No", "2"], runs[:8])
        self.assertEqual(unicode_module.LIMIT, sum(int(each, 16) for each in runs[1::2]))
        self.assertIn("W 4 ", self.tables["WIDTH"])
        self.assertIn("230 1 ", self.tables["COMBINING"])

    def test_numbers_and_decompositions_stand_by_how_far_they_are_apart(self):
        self.assertEqual("b2*2 1*3", self.tables["NUMBERS"])
        self.assertEqual("<super>", self.tables["KINDS"])
        self.assertEqual(["b2:~a23", "d=A\u0300", "280!\u0300"], self.tables["DECOMPOSITIONS"].split("\n"))


if __name__ == "__main__":
    unittest.main()
