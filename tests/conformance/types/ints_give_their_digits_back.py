# Of thousands of numbers of 100 KB each only a few are alive at one time.


class Named(int):
    pass


total = 0
for i in range(4000):
    number = (1 << 800_000) + i
    total += number & 0xFF
print(total)

for i in range(4000):
    number = Named(1 << 800_000)
print(number.bit_length(), type(number).__name__)

number = 1 << 800_000
for i in range(4000):
    number ^= 1 << 800_001
print(number.bit_length())
