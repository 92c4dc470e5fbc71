"""Where bisect looks, and what it says of arguments that are none: an end of -1 is no end."""
import bisect
a=[1,2,2,3,5,8]
for f in (bisect.bisect_left,bisect.bisect_right,bisect.bisect):
    print([f(a,x) for x in range(10)], f(a,3,1,-1), f(a,3,2,3), f(a,-3,key=lambda v:-v))
    for args in ((a,1,-1),(a,1,'x'),(a,1,0,1.5),({},1),({1:2},1),({1},1),(5,1),(a,'s'),(a,1,0,100),("abc","b"),(range(9),4,True)):
        try: print(f(*args))
        except Exception as e: print(type(e).__name__, e)
b=[]
for x in (5,3,8,3): bisect.insort(b,x); bisect.insort_left(b,x,key=lambda v:v)
print(b)
