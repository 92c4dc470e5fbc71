"""An assignment expression has no place in what a comprehension iterates over, however deep it stands."""

for text in (
    "[number for number in (found := [1])]",
    "[number for number in [found := each for each in [1]]]",
    "[number for number in [[found := each for each in [1]] for _ in [1]]]",
    "[number for number in (lambda: (found := [1]))()]",
    "{number for number in [each for each in [1] if (number := each)]}",
    "{number: 1 for number in (each for each in [1] if (found := each))}",
    "[number for number in [1] if [each for each in (found := [1])]]",
    "[[found := number for number in [1]] for each in [1]]",
    "[number for number in [lambda value=(found := 1): value]]",
):
    try:
        compile(text, "text", "exec")
        print("fine", text)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
