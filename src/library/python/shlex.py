"""Command lines cut into words, and the lexer that cuts them. Mirrors CPython's Lib/shlex.py."""
import os as _os
import re as _re
import sys as _sys
from collections import deque as _deque
from io import StringIO as _StringIO

__all__ = ["shlex", "split", "quote", "join"]


def _letters(first, last, but):
    return ''.join(chr(code) for code in range(first, last + 1) if code != but)


_ASCII_WORD = 'abcdfe' + _letters(ord('g'), ord('z'), None) + _letters(ord('A'), ord('Z'), None) + '0123456789_'
_LATIN_WORD = _letters(0xDF, 0xFF, 0xF7) + _letters(0xC0, 0xDE, 0xD7)


class shlex:
    """Gives one token after another. Its `state` says where it is: ' ' between words, 'a' in a word, 'c' among punctuation, a quote or
    an escape inside of what that began, None at the end."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            self.instream, self.infile = _sys.stdin, None
        else:
            self.instream, self.infile = _StringIO(instream) if isinstance(instream, str) else instream, infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = _ASCII_WORD + _LATIN_WORD if posix else _ASCII_WORD
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '
        self.pushback = _deque()
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.filestack = _deque()
        self.source = None
        self._punctuation_chars = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        if self._punctuation_chars:
            self._pushback_chars = _deque()    # read too far: what comes before the stream
            self.wordchars = ''.join(char for char in self.wordchars + '~-./*?=' if char not in self._punctuation_chars)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def _tell(self, level, what):
        if self.debug >= level:
            print('shlex: ' + what)

    def push_token(self, tok):
        self._tell(1, f'pushing token {tok!r}')
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.lineno = newfile, 1
        self.instream = _StringIO(newstream) if isinstance(newstream, str) else newstream
        self._tell(1, f'pushing to stream {self.instream}' if newfile is None else f'pushing to file {newfile}')

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self._tell(1, f'popping to {self.instream}, line {self.lineno:d}')
        self.state = ' '

    def get_token(self):
        if self.pushback:
            tok = self.pushback.popleft()
            self._tell(1, f'popping token {tok!r}')
            return tok
        raw = self.read_token()
        while self.source is not None and raw == self.source:
            included = self.sourcehook(self.read_token())
            if included:
                newfile, newstream = included
                self.push_source(newstream, newfile)
            raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        self._tell(1, 'token=' + ('EOF' if raw == self.eof else repr(raw)))
        return raw

    def read_token(self):
        self._quoted = False    # a token that was quoted is one even if it is empty
        self._after_escape = ' '
        while not self._ends_token(self._next_char()):
            pass
        result, self.token = self.token, ''
        if self.posix and not self._quoted and result == '':
            result = None
        self._tell(2, 'raw token=' + (repr(result) if result else 'EOF'))
        return result

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            char = self._pushback_chars.pop()
        else:
            char = self.instream.read(1)
        if char == '\n':
            self.lineno += 1
        self._tell(3, f'in state {self.state!r} I see character: {char!r}')
        return char

    def _ends_token(self, char):
        if self.state is None:
            self.token = ''
            return True
        if self.state == ' ':
            return self._between_words(char)
        if self.state in self.quotes:
            return self._in_quotes(char)
        if self.state in self.escape:
            return self._escaped(char)
        return self._in_word(char) if self.state in ('a', 'c') else False

    def _is_token(self):
        return bool(self.token) or self.posix and self._quoted

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def _begin_escape(self, char, after):
        self._after_escape = after
        self.state = char

    def _between_words(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self._tell(2, 'I see whitespace in whitespace state')
            return self._is_token()
        if char in self.commenters:
            self._skip_line()
        elif self.posix and char in self.escape:
            self._begin_escape(char, 'a')
        elif char in self.wordchars:
            self.token, self.state = char, 'a'
        elif char in self._punctuation_chars:
            self.token, self.state = char, 'c'
        elif char in self.quotes:
            if not self.posix:
                self.token = char
            self.state = char
        elif self.whitespace_split:
            self.token, self.state = char, 'a'
        else:
            self.token = char
            return self._is_token()
        return False

    def _in_quotes(self, char):
        self._quoted = True
        if not char:
            self._tell(2, 'I see EOF in quotes state')
            raise ValueError('No closing quotation')
        if char == self.state:
            if self.posix:
                self.state = 'a'
                return False
            self.token += char
            self.state = ' '
            return True
        if self.posix and char in self.escape and self.state in self.escapedquotes:
            self._begin_escape(char, self.state)
        else:
            self.token += char
        return False

    def _escaped(self, char):
        if not char:
            self._tell(2, 'I see EOF in escape state')
            raise ValueError('No escaped character')
        # In quotes only the quote and the escape itself can be escaped.
        if self._after_escape in self.quotes and char not in (self.state, self._after_escape):
            self.token += self.state
        self.token += char
        self.state = self._after_escape
        return False

    def _in_word(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self._tell(2, 'I see whitespace in word state')
            self.state = ' '
            return self._is_token()
        if char in self.commenters:
            self._skip_line()
            if not self.posix:
                return False
            self.state = ' '
            return self._is_token()
        if self.state == 'c':
            if char in self._punctuation_chars:
                self.token += char
                return False
            self._pushback_chars.append(char)
            self.state = ' '
            return True
        if self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            self._begin_escape(char, 'a')
        elif char in self.wordchars or char in self.quotes or self.whitespace_split and char not in self._punctuation_chars:
            self.token += char
        else:
            (self._pushback_chars.append if self._punctuation_chars else self.pushback.appendleft)(char)
            self._tell(2, 'I see punctuation in word state')
            self.state = ' '
            return self._is_token()
        return False

    def sourcehook(self, newfile):
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        # Beside the file that names it, as an #include is.
        if isinstance(self.infile, str) and not _os.path.isabs(newfile):
            newfile = _os.path.join(_os.path.dirname(self.infile), newfile)
        return newfile, open(newfile)

    def error_leader(self, infile=None, lineno=None):
        infile = self.infile if infile is None else infile
        lineno = self.lineno if lineno is None else lineno
        return f'"{infile}", line {lineno:d}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ''
    return list(lexer)


def join(split_command):
    return ' '.join(quote(arg) for arg in split_command)


def quote(s):
    if not s:
        return "''"
    if _re.search(r'[^\w@%+=:,./-]', s, _re.ASCII) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
