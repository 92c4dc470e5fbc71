"""What csv.Sniffer guesses of short texts."""
import csv
S=["a;b;c\n1;2;3\n","name,age\n'ann',3\n'bob',4\n",'"a" | "b"\n"c" | "d"\n',"x y z\n1 2 3\n4 5 6","a\tb\n1\t2\n","no delimiter here\nat all\n","one\ntwo\n","a:b\nc:d\ne:f\n",'1,"x ""y"" z",3\n2,"b",4\n',"", "a,b;c\nd,e;f\n","k=v\nq=w\n","date|open|close\n2020-01-01|1.5|2\n2020-01-02|3|4\n", 'h1, h2, h3\n1, 2, 3\n4, 5, 6\n', "'a','b'\n'c','d'"]
for s in S:
    for d in (None,";,"):
        try:
            x=csv.Sniffer().sniff(s,d); print(repr(s[:20]),d,repr(x.delimiter),x.quotechar,x.doublequote,x.skipinitialspace,x._name,x.quoting)
        except Exception as e: print(repr(s[:20]),d,type(e).__name__,e)
    try: print(csv.Sniffer().has_header(s))
    except Exception as e: print(type(e).__name__,e)
print(csv.field_size_limit(10), csv.field_size_limit())
