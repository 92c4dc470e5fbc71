# Lines split, changed, formatted and joined. Prints how many words went through.
LINES, WORDS = 4_000, 9


def work(lines):
    out = []
    for number, line in enumerate(lines):
        words = [word.strip(".,").lower() for word in line.split(" ")]
        out.append(f"{number:>5}: " + "-".join(words).replace("quick", "slow"))
    return "\n".join(out)


text = "The quick brown Fox jumps over the lazy dog."
done = ""
for _ in range(5):
    done = work([text] * LINES)
assert done.endswith("3999: the-slow-brown-fox-jumps-over-the-lazy-dog")
print(5 * LINES * WORDS)
