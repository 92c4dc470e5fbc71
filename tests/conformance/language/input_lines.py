# input() writes its prompt without a newline, gives a line without its end, and says EOFError when there is no more.
name = input("Name? ")
print(f"\nHello {name}")
numbers = [int(each) for each in input().split()]
print(sum(numbers))
print(repr(input("")), repr(input(3)))
while True:
    try:
        line = input()
    except EOFError as error:
        print("no more:", error)
        break
    print("more:", line)
input("asks once more: ")
