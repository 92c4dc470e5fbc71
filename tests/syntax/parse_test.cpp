// Tests for src/syntax/parse.hpp: trees, mistakes, and going on behind them.
#include "syntax/parse.hpp"

#include <string>

#include <gtest/gtest.h>

#include "syntax/dump.hpp"

namespace simul::syntax {
namespace {

std::string tree(std::string_view source) {
  const ParseResult result = parse(source);
  if (!result.ok()) return result.diagnostics[0].type + ": " + result.diagnostics[0].message;
  return dump(result.module);
}

// The tree of the only expression of the program.
std::string expression(std::string_view source) {
  const std::string whole = tree(source);
  const std::string head = "Module(body=[Expr(value=";
  if (whole.compare(0, head.size(), head) != 0) return whole;
  return whole.substr(head.size(), whole.size() - head.size() - 3);
}

std::string messages(std::string_view source) {
  std::string out;
  for (const Diagnostic& d : parse(source).diagnostics) {
    out += std::to_string(d.lineno) + ":" + std::to_string(d.offset) + " " + d.message + "\n";
  }
  return out;
}

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Parse, OperatorsBindAsInPython) {
  EXPECT_EQ(expression("-a ** b * c"),
            "BinOp(left=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), "
            "right=Name(id='b', ctx=Load()))), op=Mult(), right=Name(id='c', ctx=Load()))");
  EXPECT_EQ(expression("not a in b or c"),
            "BoolOp(op=Or(), values=[UnaryOp(op=Not(), operand=Compare(left=Name(id='a', "
            "ctx=Load()), ops=[In()], "
            "comparators=[Name(id='b', ctx=Load())])), Name(id='c', ctx=Load())])");
  EXPECT_EQ(expression("a if b else c if d else e"),
            "IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load()), "
            "orelse=IfExp(test=Name(id='d', "
            "ctx=Load()), body=Name(id='c', ctx=Load()), orelse=Name(id='e', ctx=Load())))");
}

TEST(Parse, AwaitBindsTighterThanPower) {
  EXPECT_EQ(expression("await f() ** 2"),
            "BinOp(left=Await(value=Call(func=Name(id='f', ctx=Load()))), op=Pow(), "
            "right=Constant(value=2))");
}

TEST(Parse, AsyncStatementsAreTheirOwnNodes) {
  EXPECT_EQ(
      tree("async def f():\n  async with a as b:\n    async for x in y: await z\n"),
      "Module(body=[AsyncFunctionDef(name='f', args=arguments(), body=[AsyncWith(items=[withitem("
      "context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store()))], "
      "body=[AsyncFor("
      "target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), "
      "body=[Expr(value=Await(value=Name("
      "id='z', ctx=Load())))])])])])");
}

TEST(Parse, FStringsNestAndShowTheirText) {
  EXPECT_EQ(expression("f'{x = !r:>{w}}{{'"),
            "JoinedStr(values=[Constant(value='x = '), FormattedValue(value=Name(id='x', "
            "ctx=Load()), conversion=114, "
            "format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='w', "
            "ctx=Load()), "
            "conversion=-1)])), Constant(value='{')])");
  EXPECT_EQ(expression("f'{f'{1}'}' 'a'"),
            "JoinedStr(values=[FormattedValue(value=JoinedStr(values=[FormattedValue(value="
            "Constant(value=1), "
            "conversion=-1)]), conversion=-1), Constant(value='a')])");
}

TEST(Parse, ABackslashBeforeAFieldIsABackslash) {
  EXPECT_EQ(
      expression("f'a\\{x}'"),
      "JoinedStr(values=[Constant(value='a\\\\'), FormattedValue(value=Name(id='x', ctx=Load()), "
      "conversion=-1)])");
}

TEST(Parse, SoftKeywordsAreNamesWhereTheyAreNames) {
  EXPECT_EQ(
      tree("match = type = case = _ = 1"),
      "Module(body=[Assign(targets=[Name(id='match', ctx=Store()), Name(id='type', ctx=Store()), "
      "Name(id='case', ctx=Store()), Name(id='_', ctx=Store())], value=Constant(value=1))])");
  EXPECT_EQ(expression("match(x)"),
            "Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', ctx=Load())])");
  EXPECT_EQ(
      tree("match x:\n  case [A(b=1), *_] | None as c if d: pass\n"),
      "Module(body=[Match(subject=Name(id='x', ctx=Load()), "
      "cases=[match_case(pattern=MatchAs(pattern=MatchOr("
      "patterns=[MatchSequence(patterns=[MatchClass(cls=Name(id='A', ctx=Load()), kwd_attrs=['b'], "
      "kwd_patterns=[MatchValue(value=Constant(value=1))]), MatchStar()]), "
      "MatchSingleton(value=None)]), "
      "name='c'), guard=Name(id='d', ctx=Load()), body=[Pass()])])])");
}

TEST(Parse, ParametersAndTypeParameters) {
  EXPECT_EQ(tree("def f[T: int = str, *Ts, **P](a, /, b=1, *c, d, e=2, **g): pass"),
            "Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a')], "
            "args=[arg(arg='b')], "
            "vararg=arg(arg='c'), kwonlyargs=[arg(arg='d'), arg(arg='e')], kw_defaults=[None, "
            "Constant(value=2)], "
            "kwarg=arg(arg='g'), defaults=[Constant(value=1)]), body=[Pass()], "
            "type_params=[TypeVar(name='T', "
            "bound=Name(id='int', ctx=Load()), default_value=Name(id='str', ctx=Load())), "
            "TypeVarTuple(name='Ts'), "
            "ParamSpec(name='P')])])");
}

TEST(Parse, NumbersKeepTheirSize) {
  EXPECT_EQ(expression("0xFF_FF, 0b11, 0o17, 1_000, 1e3, 2.50, 3j, 100000000000000000000, "
                       "0x1_0000_0000_0000_0000"),
            "Tuple(elts=[Constant(value=65535), Constant(value=3), Constant(value=15), "
            "Constant(value=1000), "
            "Constant(value=1000.0), Constant(value=2.5), Constant(value=3j), "
            "Constant(value=100000000000000000000), "
            "Constant(value=18446744073709551616)], ctx=Load())");
}

TEST(Parse, PositionsCountBytesAndOperatorsAreRemembered) {
  const ParseResult result = parse("é = (ü\n  + f(x)[0])");
  ASSERT_TRUE(result.ok());
  const auto* assign = as<Assign>(result.module.body[0]);
  const auto* sum = as<BinOp>(assign->value);
  EXPECT_EQ(sum->lineno, 1);
  EXPECT_EQ(sum->col_offset, 6);
  EXPECT_EQ(sum->end_lineno, 2);
  EXPECT_EQ(sum->end_col_offset, 11);
  EXPECT_EQ(sum->op_lineno, 2);
  EXPECT_EQ(sum->op_col, 2);
  const auto* subscript = as<Subscript>(sum->right);
  EXPECT_EQ(subscript->bracket_col, 8);
  EXPECT_EQ(as<Call>(subscript->value)->paren_col, 5);
}

TEST(Parse, EqualNamesShareTheirText) {
  ParseResult result = parse("spam = spam");
  const Module module = std::move(result.module);
  const auto* assign = as<Assign>(module.body[0]);
  EXPECT_EQ(as<Name>(assign->targets[0])->id.data(), as<Name>(assign->value)->id.data());
}

TEST(Parse, IdentifiersAreNormalised) {
  EXPECT_EQ(expression("𝔘𝔫𝔦ｃｏｄｅ.ﬁ"),
            "Attribute(value=Name(id='Unicode', ctx=Load()), attr='fi', ctx=Load())");
}

TEST(Parse, DepthIsAnErrorAndNeverAnOverflow) {
  for (const char* open :
       {"(", "[", "{", "f(", "a[", "{1:", "(yield ", "lambda: (", "[x for x in ", "f'''{"}) {
    EXPECT_FALSE(parse(repeat(open, 10000)).ok()) << open;
  }
  EXPECT_EQ(messages(repeat("(", 10000)), "1:201 too many nested parentheses\n");
  EXPECT_TRUE(parse(repeat("(", 200) + "1" + repeat(")", 200)).ok());
  for (const char* chain : {"-", "not ", "lambda: ", "2**", "1 if 1 else ", "await ", "- not "}) {
    EXPECT_FALSE(parse(repeat(chain, 100000) + "1").ok()) << chain;
  }
  EXPECT_TRUE(parse(repeat("-", 3000) + "1").ok());
  std::string blocks;
  for (int i = 0; i < 150; ++i) blocks += std::string(static_cast<size_t>(i), ' ') + "if 1:\n";
  EXPECT_EQ(messages(blocks).substr(0, 37), "101:1 too many levels of indentation\n");
}

TEST(Parse, LongChainsAreNoDepth) {
  EXPECT_TRUE(parse("x" + repeat(" + x", 100000)).ok());
  EXPECT_TRUE(parse("x" + repeat(".x", 100000)).ok());
  EXPECT_TRUE(parse("if 1: pass\n" + repeat("elif 1: pass\n", 20000)).ok());
  EXPECT_TRUE(parse("(" + repeat("'a'\n", 20000) + ")").ok());
}

TEST(Parse, GoesOnBehindABrokenStatement) {
  const char* source = R"(x = = 1
def good(): return 1
if x
  y = 1
class Also:
  def bad(self:
    pass
  def fine(self): pass
z = (1 2)
)";
  EXPECT_EQ(messages("x = = 1\ny = 2\nif y\n  z\nw = 3 4\n"),
            "1:5 invalid syntax\n"
            "3:5 expected ':'\n"
            "5:7 invalid syntax\n");
  const ParseResult result = parse(source);
  EXPECT_FALSE(result.ok());
  ASSERT_GE(result.module.body.size(), 1u);
  EXPECT_EQ(as<FunctionDef>(result.module.body[0])->name, "good");
}

TEST(Parse, KeepsTheDefinitionBehindTheMistakeInABlock) {
  const ParseResult result = parse("class A:\n  x = 1 +\n  def f(self): pass\n");
  ASSERT_EQ(result.diagnostics.size(), 1u);
  const auto* a = as<ClassDef>(result.module.body[0]);
  ASSERT_EQ(a->body.size(), 1u);
  EXPECT_EQ(as<FunctionDef>(a->body[0])->name, "f");
}

TEST(Parse, GoesOnBehindALineThatCannotBeCutIntoTokens) {
  EXPECT_EQ(messages("x = “a”\ny = 1 2\ndef f(:\n  pass\nz = (1\nw = 'abc\n"),
            "1:5 invalid character '“' (U+201C)\n"
            "2:7 invalid syntax\n"
            "3:7 invalid syntax\n"
            "6:5 unterminated string literal (detected at line 6)\n");
  const ParseResult result = parse("print('a)\ndef f():\n  return 1\n");
  ASSERT_EQ(result.diagnostics.size(), 1u);
  ASSERT_EQ(result.module.body.size(), 1u);
  EXPECT_EQ(as<FunctionDef>(result.module.body[0])->name, "f");
}

TEST(Parse, ABlockEndsWhereItsOwnLastLineDoesAlsoWhenThatCannotBeCutIntoTokens) {
  for (const std::string last : {"ooops = \"open", "\"", "'a'  + \"b  "}) {
    const ParseResult result = parse("def f():\n  a = 1\n  " + last + "\nb = 2\n");
    ASSERT_EQ(result.diagnostics.size(), 1u) << last;
    ASSERT_EQ(result.module.body.size(), 2u) << last;
    const Stmt* f = result.module.body[0];
    EXPECT_EQ(f->end_lineno, 3) << last;
    EXPECT_EQ(f->end_col_offset, 2 + static_cast<int>(last.find_last_not_of(' ')) + 1) << last;
  }
}

TEST(Parse, GoesOnBehindALineThatStandsBetweenTwoLevels) {
  EXPECT_EQ(messages("def f():\n    x\n  y\n    z\ndef g():\n    1 2\n"),
            "3:4 unindent does not match any outer indentation level\n6:7 invalid syntax\n");
  const ParseResult result = parse("def f():\n    x\n  y\n    z\ndef g(): pass\n");
  ASSERT_EQ(result.module.body.size(), 2u);
  EXPECT_EQ(as<FunctionDef>(result.module.body[0])->body.size(), 2u);
  EXPECT_EQ(as<FunctionDef>(result.module.body[1])->name, "g");
}

TEST(Parse, AnOrphanElseIsNotASecondMistake) {
  EXPECT_EQ(messages("if x\n  y\nelse:\n  z\n"), "1:5 expected ':'\n");
}

TEST(Parse, EmptyTextsAreEmptyModules) {
  for (const char* source : {"", "\n", "# only a comment", "\xEF\xBB\xBF", "  \n\t\n", "\f\n"}) {
    EXPECT_EQ(tree(source), "Module()") << source;
  }
}

TEST(Parse, LineEndsOfEveryKindAreOne) {
  EXPECT_EQ(tree("a\r\nb\rc\n"), tree("a\nb\nc"));
  EXPECT_EQ(expression("'''a\r\nb'''"), "Constant(value='a\\nb')");
}

}  // namespace
}  // namespace simul::syntax
