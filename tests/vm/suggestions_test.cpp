// "Did you mean" behind the message of an exception.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Suggestions, SuggestsNames) {
  expect_program(R"py(
undefined_name = 1
def c():
    return undefined_nam + 1
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 4, in <module>
    c()
    ~^^
  File "main.py", line 3, in c
    return undefined_nam + 1
           ^^^^^^^^^^^^^
NameError: name 'undefined_nam' is not defined. Did you mean: 'undefined_name'?
)err");
}

TEST(Suggestions, SuggestsBuiltins) {
  expect_program(R"py(
def c():
    prnt('a')
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    c()
    ~^^
  File "main.py", line 2, in c
    prnt('a')
    ^^^^
NameError: name 'prnt' is not defined. Did you mean: 'print'?
)err");
}

TEST(Suggestions, SuggestsAttributes) {
  expect_program(R"py(
def c():
    return 'abc'.uper()
c()
)py",
                 R"out(
)out",
                 R"err(
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    c()
    ~^^
  File "main.py", line 2, in c
    return 'abc'.uper()
           ^^^^^^^^^^
AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?
)err");
}

}  // namespace
}  // namespace simul::vm
