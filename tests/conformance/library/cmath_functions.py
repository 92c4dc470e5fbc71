"""Every function of cmath at ordinary and at special places."""
import cmath
vals = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e5, 709.9, 720.0, float('inf'), float('-inf')]
for name in 'sqrt exp log log10 cosh sinh tanh cos sin tan acos acosh asinh asin atanh atan phase polar isfinite isinf isnan'.split():
    f=getattr(cmath,name)
    for x in vals:
        row=[]
        for y in vals:
            try: r=f(complex(x,y))
            except Exception as e: r=type(e).__name__+' '+str(e)
            if isinstance(r,complex): r=f'{r.real:.11g},{r.imag:.11g}'
            elif isinstance(r,tuple): r='%.11g,%.11g'%r
            elif isinstance(r,float): r='%.11g'%r
            row.append(str(r))
        print(name,x,row)
for x in vals:
    row=[]
    for y in vals:
        try: r=cmath.rect(x,y); r=f'{r.real:.11g},{r.imag:.11g}'
        except Exception as e: r=type(e).__name__+' '+str(e)
        row.append(r)
    print('rect',x,row)
print(cmath.log(8,2),cmath.log(100,10),cmath.isclose(1,1+1e-10),cmath.infj,cmath.nanj)
for a in ('sqrt("x")','sqrt()','log(1,2,3)','isclose(1,2,rel_tol=-1)','polar("a")','rect(1,"x")','rect(1j,1)','log(0)','atanh(1)','phase(None)'):
    try: print(eval('cmath.'+a))
    except Exception as e: print(a,type(e).__name__,e)
class C:
    def __complex__(self): return 3j
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 9
print(cmath.sqrt(C()),cmath.sqrt(F()),cmath.sqrt(I()))
