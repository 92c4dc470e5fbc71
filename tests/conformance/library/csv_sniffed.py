"""What csv.Sniffer finds in a sample: delimiter, quotes, spaces behind, and whether the first row has names."""
import csv
import io

SAMPLES = {"commas": "name,age,city\nAnn,30,Rome\nBob,4,Oslo\n", "semicolons": "a;b;c\n1;2;3\n4;5;6\n", "tabs": "x\ty\n1\t2\n", "pipes": "a|b|c\n1|2|3\n",
           "spaces after": "a, b, c\n1, 2, 3\n4, 5, 6\n", "quoted": '"a","b"\n"1","2"\n', "apostrophes": "'a','b c'\n'd','e'\n", "doubled": '"say ""hi""","b"\n"c","d"\n', "one quoted field": 'a,"b, c",d\ne,f,g\n',
           "one quoted column": '"a"\n"b"\n', "colons": "12:30:45\n01:02:03\n", "uneven": "a,b,c\n1,2\n3,4,5\n6,7,8\n", "letters": "abc\nabd\nabe\n", "prose": "This is a text.\nIt has no table at all, has it?\nNo\n",
           "nothing": "", "one row": "a,b,c", "numbers": "1,2\n3,4\n5,6\n", "long": "\n".join(f"{n};{n * n}" for n in range(25)), "mixed": "a;b,c\nd;e,f\ng;h,i\n", "quoted last": 'x;"y"\nz;"w"\n', "quote and space": 'a, "b", c\nd, "e", f\n'}
for about, sample in SAMPLES.items():
    sniffer = csv.Sniffer()
    try:
        found = sniffer.sniff(sample)
    except csv.Error as error:
        print(about, "|", error)
        continue
    print(about, "|", repr(found.delimiter), repr(found.quotechar), found.doublequote, found.skipinitialspace, found.quoting, repr(found.lineterminator), found._name)
    try:
        print("   ", list(csv.reader(io.StringIO(sample), found))[:2], sniffer.has_header(sample))
    except (ValueError, csv.Error) as error:    # a dialect may be found that cannot be
        print("   ", type(error).__name__, error)
for delimiters in (";", ",", ";,", "|", None):
    try:
        print(delimiters, repr(csv.Sniffer().sniff(SAMPLES["mixed"], delimiters).delimiter), csv.Sniffer().sniff('x;"y",z\n', delimiters=delimiters).delimiter)
    except csv.Error as error:
        print(delimiters, error)
own = csv.Sniffer()
own.preferred = [";"]
print(csv.Sniffer().preferred, own.sniff(SAMPLES["mixed"]).delimiter, issubclass(own.sniff("a,b\n1,2\n"), csv.Dialect))
for sample in ("name,size\nbox,12\ncan,3\n", "n,m\n1,2\n", "1,2\n3,4\n", "Name,Code\nAnn,abc\nBob,xyz\nCat,uvw\n", "a,b\nc,d\n", "id,when\n1,2024-01-01\n2,2024-01-02\n", "x,y\n1+2j,3\n4,5e3\n"):
    print(repr(sample), csv.Sniffer().has_header(sample))
try:
    csv.Sniffer().has_header("")
except csv.Error as error:
    print(error)
