# shlex.shlex, the lexer behind split(): words, quotes, escapes and punctuation as a shell has them, or not quite.
import io
import random
import shlex


def tokens(text, **how):
    attributes = how.pop("attributes", {})
    lexer = shlex.shlex(text, **how)
    for name, value in attributes.items():
        setattr(lexer, name, value)
    found = []
    try:
        for token in lexer:
            found.append(token)
    except ValueError as error:
        found.append(error)
    return found, lexer.state, lexer.lineno


lines = [
    "ls -l 'a file' | grep \"x y\" > out.txt && echo done; # and a comment",
    r"a\ b 'c\d' \"e\" \\",
    "x=1 y='two' z=\"three \\\" four\"\nnext line # said\nlast",
    "''  \"\" a'b'c",
    "don't",
    "ends with \\",
    "~/a/*.py --flag=value && (cd /tmp; ls)||true",
    "Straße naïve ça ÷ x",
    "", "   ", "#only", "a#b c",
]
for line in lines:
    print(repr(line))
    for posix in (False, True):
        print(posix, *tokens(line, posix=posix))
        print(posix, *tokens(line, posix=posix, punctuation_chars=True))
        print(posix, *tokens(line, posix=posix, punctuation_chars="|", attributes={"whitespace_split": True}))
        try:
            print(posix, shlex.split(line, posix=posix), shlex.split(line, comments=True, posix=posix))
        except ValueError as error:
            print(posix, error)

print(*tokens("a:b:c", attributes={"whitespace": ":", "whitespace_split": True}))
print(*tokens("say %hello% ; rem this", attributes={"quotes": "%", "commenters": ";"}))
print(shlex.shlex("").wordchars, shlex.shlex("", posix=True).wordchars, shlex.shlex("", punctuation_chars="_-").wordchars)
print(shlex.shlex("", punctuation_chars=True).punctuation_chars, repr(shlex.shlex("").eof), shlex.shlex("", posix=True).eof)

lexer = shlex.shlex("one two three", "told.txt")
print(lexer.get_token(), lexer.error_leader(), lexer.error_leader("other", 7))
lexer.push_token("pushed")
print(lexer.get_token(), lexer.get_token())
lexer.push_source("in between", "more.txt")
print(lexer.infile, list(lexer), lexer.infile, repr(lexer.get_token()))


class Including(shlex.shlex):
    texts = {"b": "from b include c done", "c": "from c"}

    def sourcehook(self, name):
        print("includes", name)
        return name, io.StringIO(self.texts[name])


lexer = Including("begin include b end", "a")
lexer.source = "include"
print(list(lexer), lexer.infile)
lexer = shlex.shlex("a 'b' c.d", posix=True)
lexer.debug = 3
print(list(lexer))
lexer = shlex.shlex("a(b # c", punctuation_chars=True)
lexer.debug = 2
lexer.push_token("z")
print(list(lexer))

chance = random.Random(7)
for _ in range(120):
    text = "".join(chance.choice("ab1 \t\n'\"\\#.|;&-é÷") for _ in range(chance.randrange(1, 14)))
    how = {"posix": chance.random() < 0.5, "punctuation_chars": chance.choice([False, True, "|."])}
    print(repr(text), how, *tokens(text, **how, attributes={"whitespace_split": chance.random() < 0.5}))
for shown in (None, 5):
    try:
        print(shlex.split(shown))
    except (ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__)
