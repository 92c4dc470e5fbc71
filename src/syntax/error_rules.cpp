// One long table; see error_rules.hpp.
#include "syntax/error_rules.hpp"

#include <string_view>

namespace simul::syntax {
namespace {

constexpr std::string_view kStatements = R"(
file = statement* END ;
statements = statement+ ;
statement = compound | simple_stmts ;
simple_stmts = simple_stmt !';' NEWLINE | ';'%simple_stmt ';'? NEWLINE ;
*simple_stmt = assignment | &"type" type_alias | star_expressions | &'return' return_stmt
  | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt | &'yield' yield_expr
  | &'assert' assert_stmt | 'break' | 'continue' | 'global' ','%NAME | 'nonlocal' ','%NAME ;
compound = &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
  | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt
  | match_stmt ;

assignment = NAME ':' expression ('=' annotated_rhs)?
  | ('(' single_target ')' | single_place) ':' expression ('=' annotated_rhs)?
  | (star_targets '=')+ annotated_rhs !'='
  | single_target augassign ~ annotated_rhs
  | bad_assignment ;
annotated_rhs = yield_expr | star_expressions ;
augassign = '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//=' ;
return_stmt = 'return' star_expressions? ;
raise_stmt = 'raise' expression ('from' expression)? | 'raise' ;
del_stmt = 'del' del_targets &(';' | NEWLINE) | bad_del_stmt ;
assert_stmt = 'assert' expression (',' expression)? ;
import_stmt = bad_import | 'import' ','%dotted_as_name
  | 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets ;
dotted_as_name = dotted_name ('as' NAME)? ;
*dotted_name = NAME ('.' NAME)* ;
import_from_targets = '(' import_from_names ','? ')' | import_from_names !',' | '*' | bad_import_from_targets ;
import_from_names = ','%(NAME ('as' NAME)?) ;

*block = NEWLINE INDENT statements DEDENT | simple_stmts | bad_block ;
decorators = ('@' named_expression NEWLINE)+ ;
class_def = decorators class_def_raw | class_def_raw ;
class_def_raw = bad_class_def_raw | 'class' NAME type_params? ('(' arguments? ')')? ':' block ;
function_def = decorators function_def_raw | function_def_raw ;
function_def_raw = bad_def_raw
  | 'async'? 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block ;

params = bad_parameters | parameters ;
parameters = slash_no_default param_no_default* param_with_default* star_etc?
  | slash_with_default param_with_default* star_etc?
  | param_no_default+ param_with_default* star_etc?
  | param_with_default+ star_etc?
  | star_etc ;
slash_no_default = param_no_default+ '/' ',' | param_no_default+ '/' &')' ;
slash_with_default = param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+ '/' &')' ;
star_etc = bad_star_etc
  | '*' param_no_default param_maybe_default* kwds?
  | '*' param_star_annotation param_maybe_default* kwds?
  | '*' ',' param_maybe_default+ kwds?
  | kwds ;
kwds = bad_kwds | '**' param_no_default ;
param_no_default = param ',' | param &')' ;
param_star_annotation = NAME ':' star_expression ',' | NAME ':' star_expression &')' ;
param_with_default = param default ',' | param default &')' ;
param_maybe_default = param default? ',' | param default? &')' ;
param = NAME (':' expression)? {{ Other }} ;
default = '=' expression | bad_default ;

if_stmt = bad_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block else_block? ;
elif_stmt = bad_elif_stmt | 'elif' named_expression ':' block elif_stmt
  | 'elif' named_expression ':' block else_block? ;
else_block = bad_else_stmt | 'else' ^':' block ;
while_stmt = bad_while_stmt | 'while' named_expression ':' block else_block? ;
for_stmt = bad_for_stmt | 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | bad_for_target ;
with_stmt = bad_with_stmt_indent | 'with' '(' ','%with_item ','? ')' ':' block | 'with' ','%with_item ':' block
  | 'async' 'with' '(' ','%with_item ','? ')' ':' block | 'async' 'with' ','%with_item ':' block
  | bad_with_stmt ;
with_item = expression 'as' star_target &(',' | ')' | ':') | bad_with_item | expression ;
try_stmt = bad_try_stmt | 'try' ^':' block finally_block
  | 'try' ^':' block except_block+ else_block? finally_block?
  | 'try' ^':' block except_star_block+ else_block? finally_block? ;
except_block = bad_except_stmt_indent | 'except' expression ('as' NAME)? ':' block | 'except' ':' block
  | bad_except_stmt ;
except_star_block = bad_except_star_stmt_indent | 'except' '*' expression ('as' NAME)? ':' block | bad_except_stmt ;
finally_block = bad_finally_stmt | 'finally' ^':' block ;

match_stmt = "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | bad_match_stmt ;
subject_expr = star_named_expression ',' star_named_expressions? | named_expression ;
case_block = bad_case_block | "case" patterns guard? ':' block ;
guard = 'if' named_expression ;
patterns = open_sequence_pattern | pattern ;
pattern = as_pattern | or_pattern ;
as_pattern = or_pattern 'as' pattern_capture_target | bad_as_pattern ;
or_pattern = '|'%closed_pattern {{ Other }} ;
*closed_pattern = literal_pattern | pattern_capture_target | "_" | attr !('.' | '(' | '=') | '(' pattern ')'
  | sequence_pattern | mapping_pattern | class_pattern ;
literal_pattern = signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False' ;
literal_expr = signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False' ;
complex_number = signed_real_number '+' NUMBER | signed_real_number '-' NUMBER ;
signed_number = NUMBER | '-' NUMBER ;
signed_real_number = NUMBER | '-' NUMBER ;
pattern_capture_target = !"_" NAME !('.' | '(' | '=') ;
*attr = NAME ('.' NAME)+ ;
*name_or_attr = NAME ('.' NAME)* ;
sequence_pattern = '[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')' ;
open_sequence_pattern = maybe_star_pattern ',' maybe_sequence_pattern? ;
maybe_sequence_pattern = ','%maybe_star_pattern ','? ;
maybe_star_pattern = star_pattern | pattern ;
*star_pattern = '*' pattern_capture_target | '*' "_" ;
mapping_pattern = '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','? '}'
  | '{' items_pattern ','? '}' ;
items_pattern = ','%((literal_expr | attr) ':' pattern) ;
double_star_pattern = '**' pattern_capture_target ;
class_pattern = name_or_attr '(' ')' | name_or_attr '(' positional_patterns ','? ')'
  | name_or_attr '(' keyword_patterns ','? ')'
  | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' | bad_class_pattern ;
positional_patterns = ','%pattern ;
keyword_patterns = ','%(NAME '=' pattern) ;

type_alias = "type" NAME type_params? '=' expression ;
type_params = bad_type_params | '[' ','%type_param ','? ']' ;
*type_param = NAME (':' expression)? ('=' expression)? | bad_type_param | '*' NAME ('=' star_expression)?
  | '**' NAME ('=' expression)? ;
)";

constexpr std::string_view kExpressions = R"(
expressions = expression (',' expression {{ =1 }})+ ','? {{ Tuple }} | expression ',' {{ Tuple }} | expression ;
*expression = bad_expression | bad_legacy_expression
  | disjunction 'if' disjunction 'else' expression {{ Conditional }} | disjunction | lambdef ;
yield_expr = 'yield' 'from' expression {{ Yield }} | 'yield' star_expressions? {{ Yield }} ;
star_expressions = star_expression (',' star_expression {{ =1 }})+ ','? {{ Tuple }} | star_expression ',' {{ Tuple }}
  | star_expression ;
*star_expression = '*' bitwise_or {{ Starred }} | expression ;
star_named_expressions = ','%star_named_expression ','? ;
star_named_expression = '*' bitwise_or {{ Starred }} | named_expression ;
assignment_expression = NAME ':=' ~ expression {{ Named }} ;
named_expression = assignment_expression | bad_named_expression | expression !':=' ;
*disjunction = conjunction ('or' conjunction)+ {{ Expression }} | conjunction ;
*conjunction = inversion ('and' inversion)+ {{ Expression }} | inversion ;
*inversion = 'not' inversion {{ Expression }} | comparison ;
comparison = bitwise_or (compare_op bitwise_or)+ {{ Compare }} | bitwise_or ;
compare_op = '==' | '!=' | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is' ;
*bitwise_or = bitwise_xor @('|' bitwise_xor {{ Expression }})* ;
*bitwise_xor = bitwise_and @('^' bitwise_and {{ Expression }})* ;
*bitwise_and = shift_expr @('&' shift_expr {{ Expression }})* ;
*shift_expr = bad_arithmetic | sum @('<<' sum {{ Expression }} | '>>' sum {{ Expression }})* ;
*sum = term @('+' term {{ Expression }} | '-' term {{ Expression }})* ;
*term = term_start @('*' factor {{ Expression }} | '/' factor {{ Expression }} | '//' factor {{ Expression }}
  | '%' factor {{ Expression }} | '@' factor {{ Expression }})* ;
term_start = bad_factor | factor ;
*factor = '+' factor {{ Expression }} | '-' factor {{ Expression }} | '~' factor {{ Expression }} | power ;
power = await_primary '**' factor {{ Expression }} | await_primary ;
*await_primary = 'await' primary {{ Await }} | primary ;
*primary = atom @('.' NAME {{ Attribute }} | genexp {{ Call }} | '(' arguments? ')' {{ Call }}
  | '[' slices ']' {{ Subscript }})* ;
slices = slice !',' | ','%(slice | starred_expression) ','? {{ Tuple }} ;
slice = expression? ':' expression? (':' expression?)? {{ Other }} | named_expression ;
atom = NAME | 'True' {{ True }} | 'False' {{ False }} | 'None' {{ None }} | &(STRING | FSTRING_START) strings | NUMBER
  | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp)
  | '...' {{ Ellipsis }} ;
group = '(' (yield_expr | named_expression) ')' {{ =1 }} | bad_group ;
lambdef = 'lambda' lambda_params? ':' expression {{ Lambda }} ;

lambda_params = bad_lambda_parameters | lambda_parameters ;
lambda_parameters = lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc?
  | lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
  | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
  | lambda_param_with_default+ lambda_star_etc?
  | lambda_star_etc ;
lambda_slash_no_default = lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':' ;
lambda_slash_with_default = lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':' ;
lambda_star_etc = bad_lambda_star_etc
  | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
  | '*' ',' lambda_param_maybe_default+ lambda_kwds?
  | lambda_kwds ;
lambda_kwds = bad_lambda_kwds | '**' lambda_param_no_default ;
lambda_param_no_default = NAME ',' | NAME &':' ;
lambda_param_with_default = NAME default ',' | NAME default &':' ;
lambda_param_maybe_default = NAME default? ',' | NAME default? &':' ;

fstring_middle = fstring_field | FSTRING_MIDDLE ;
fstring_field = '{' annotated_rhs '='? ('!' NAME)? (':' fstring_spec*)? '}' | bad_fstring_field ;
fstring_spec = FSTRING_MIDDLE | fstring_field ;
fstring = FSTRING_START fstring_middle* FSTRING_END ;
*strings = STRING+ !FSTRING_START {{ Literal }} | (fstring | STRING)+ {{ FString }} ;

list = '[' star_named_expressions? ']' {{ List }} ;
tuple = '(' (star_named_expression ',' star_named_expressions? {{ Other }})? ')' {{ Tuple }} ;
set = '{' star_named_expressions '}' {{ Set }} ;
dict = '{' double_starred_kvpairs? '}' {{ Dict }} | '{' pairs_with_mistake '}' ;
double_starred_kvpairs = ','%double_starred_kvpair ','? ;
double_starred_kvpair = '**' bitwise_or | kvpair ;
kvpair = expression ':' expression ;
for_if_clauses = for_if_clause+ ;
for_if_clause = 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction {{ =1 }})* {{ Comprehension }}
  | 'for' star_targets 'in' ~ disjunction ('if' disjunction {{ =1 }})* {{ Comprehension }}
  | 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in' {{ @last 'in' expected after for-loop variables }}
  | bad_for_target ;
listcomp = '[' named_expression for_if_clauses ']' {{ ListComp }} | bad_comprehension ;
setcomp = '{' named_expression for_if_clauses '}' {{ SetComp }} | bad_comprehension ;
genexp = '(' (assignment_expression | expression !':=') for_if_clauses ')' {{ Generator }} | bad_comprehension ;
dictcomp = '{' kvpair for_if_clauses '}' {{ DictComp }} | bad_dict_comprehension ;

*arguments = args ','? &')' | bad_arguments ;
args = ','%positional (',' kwargs {{ =1 }})? {{ Call }} | kwargs {{ Call }} ;
positional = starred_expression | plain_argument !'=' ;
plain_argument = assignment_expression | expression !':=' ;
kwargs = ','%kwarg_or_starred ',' ','%kwarg_or_double_starred {{ Other }} | ','%kwarg_or_starred
  | ','%kwarg_or_double_starred ;
starred_expression = bad_starred_expression | '*' expression {{ Starred }} | '*' {{ @last Invalid star expression }} ;
kwarg_or_starred = bad_kwarg | NAME '=' expression {{ Keyword }} | starred_expression ;
kwarg_or_double_starred = bad_kwarg | NAME '=' expression {{ Keyword }} | '**' expression {{ DoubleStar }} ;

star_targets = star_target !',' | star_target (',' star_target {{ =1 }})* ','? {{ Tuple }} ;
*star_target = '*' (!'*' star_target) {{ Starred }} | target_with_star_atom ;
*target_with_star_atom = t_primary '.' NAME !t_lookahead {{ Attribute }}
  | t_primary '[' slices ']' !t_lookahead {{ Subscript }} | star_atom ;
star_atom = NAME | '(' target_with_star_atom ')' {{ =1 }}
  | '(' (star_target (',' star_target {{ =1 }})+ ','? {{ Other }} | star_target ',')? ')' {{ Tuple }}
  | '[' (','%star_target ','?)? ']' {{ List }} ;
single_target = single_place | NAME | '(' single_target ')' {{ =1 }} ;
single_place = t_primary '.' NAME !t_lookahead {{ Attribute }} | t_primary '[' slices ']' !t_lookahead {{ Subscript }} ;
*t_primary = atom &t_lookahead @('.' NAME &t_lookahead {{ Attribute }} | '[' slices ']' &t_lookahead {{ Subscript }}
  | genexp &t_lookahead {{ Call }} | '(' arguments? ')' &t_lookahead {{ Call }})* ;
t_lookahead = '(' | '[' | '.' ;
del_targets = ','%del_target ','? ;
*del_target = t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom ;
del_t_atom = NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']' ;
)";

constexpr std::string_view kMistakes = R"(
bad_arguments =
    ((','%positional ',' kwargs) | kwargs) ',' ','%(starred_expression !'=')
      {{ @1> iterable argument unpacking follows keyword argument unpacking }}
  | expression for_if_clauses ',' (args | expression for_if_clauses)?
      {{ @0..1 Generator expression must be parenthesized }}
  | NAME '=' expression for_if_clauses {{ @0..1 invalid syntax. Maybe you meant '==' or ':=' instead of '='? }}
  | (args ',')? NAME '=' &(',' | ')') {{ @1..2 expected argument value expression }}
  | args for_if_clauses {{ #bare_generator 0 1 }}
  | args ',' expression for_if_clauses {{ @2..3 Generator expression must be parenthesized }}
  | args ',' args {{ #argument_order 0 0 }} ;
bad_kwarg =
    ('True' | 'False' | 'None') '=' {{ @0..1 cannot assign to %t }}
  | NAME '=' expression for_if_clauses {{ @0..1 invalid syntax. Maybe you meant '==' or ':=' instead of '='? }}
  | !(NAME '=') expression '=' {{ @0..1 expression cannot contain assignment, perhaps you meant "=="? }}
  | '**' expression '=' expression {{ @0..3 cannot assign to keyword argument unpacking }} ;
quiet_expression = disjunction 'if' disjunction 'else' expression {{ Conditional }} | disjunction | lambdef ;
bad_legacy_expression = NAME !'(' star_expressions {{ #legacy 0 1 }} ;
soft_keyword = NAME {{ #begin_of_soft_keyword 0 0 }} ;
bad_expression =
    !(NAME STRING | soft_keyword) disjunction quiet_expression {{ #missing_comma 0 1 }}
  | disjunction 'if' disjunction !('else' | ':') {{ @0..2 expected 'else' after 'if' expression }}
  | 'lambda' lambda_params? ':' &FSTRING_MIDDLE
      {{ @0..2 f-string: lambda expressions are not allowed without parentheses }} ;
*bad_named_expression =
    expression ':=' expression {{ @0 cannot use assignment expressions with %s }}
  | NAME '=' bitwise_or !('=' | ':=') {{ @0..2 invalid syntax. Maybe you meant '==' or ':=' instead of '='? }}
  | !(list | tuple | genexp | 'True' | 'None' | 'False') bitwise_or '=' bitwise_or !('=' | ':=')
      {{ @0 cannot assign to %s here. Maybe you meant '==' instead of '='? }} ;
bad_assignment =
    bad_ann_assign_target ':' expression {{ @0 only single target (not %s) can be annotated }}
  | star_named_expression ',' star_named_expressions* ':' expression
      {{ @0 only single target (not tuple) can be annotated }}
  | expression ':' expression {{ @0 illegal target for annotation }}
  | (star_targets '=')* star_expressions '=' {{ #assign_target 1 1 }}
  | (star_targets '=')* yield_expr '=' {{ @1 assignment to yield expression not possible }}
  | star_expressions augassign annotated_rhs {{ @0 '%s' is an illegal expression for augmented assignment }} ;
bad_ann_assign_target = list | tuple | '(' bad_ann_assign_target ')' {{ =1 }} ;
bad_del_stmt = 'del' star_expressions {{ #delete_target 1 1 }} ;
bad_block = NEWLINE !INDENT {{ @indent expected an indented block }} ;
bad_comprehension =
    ('[' | '(' | '{') starred_expression for_if_clauses {{ @1 iterable unpacking cannot be used in comprehension }}
  | ('[' | '{') star_named_expression ',' star_named_expressions for_if_clauses
      {{ @1..3 did you forget parentheses around the comprehension target? }}
  | ('[' | '{') star_named_expression ',' for_if_clauses
      {{ @1..2 did you forget parentheses around the comprehension target? }} ;
bad_dict_comprehension = '{' '**' bitwise_or for_if_clauses '}'
      {{ @1 dict unpacking cannot be used in dict comprehension }} ;
bad_parameters =
    '/' ',' {{ @0 at least one argument must precede / }}
  | (slash_no_default | slash_with_default) param_maybe_default* '/' {{ @2 / may appear only once }}
  | slash_no_default? param_no_default* bad_parameters_helper param_no_default
      {{ @3 parameter without a default follows parameter with a default }}
  | param_no_default* '(' param_no_default+ ','? ')' {{ @1..4 Function parameters cannot be parenthesized }}
  | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* '/'
      {{ @5 / must be ahead of * }}
  | param_maybe_default+ '/' '*' {{ @2 expected comma between / and * }} ;
bad_parameters_helper = slash_with_default | param_with_default+ ;
bad_default = '=' &(')' | ',') {{ @0 expected default value expression }} ;
bad_star_etc =
    '*' (')' | ',' (')' | '**')) {{ @0 named arguments must follow bare * }}
  | '*' param '=' {{ @2 var-positional argument cannot have default value }}
  | '*' (param_no_default | ',') param_maybe_default* '*' (param_no_default | ',')
      {{ @3 * argument may appear only once }} ;
bad_kwds =
    '**' param '=' {{ @2 var-keyword argument cannot have default value }}
  | '**' param ',' param {{ @3 arguments cannot follow var-keyword argument }}
  | '**' param ',' ('*' | '**' | '/') {{ @3 arguments cannot follow var-keyword argument }} ;
bad_lambda_parameters =
    '/' ',' {{ @0 at least one argument must precede / }}
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* '/' {{ @2 / may appear only once }}
  | lambda_slash_no_default? lambda_param_no_default* bad_lambda_parameters_helper lambda_param_no_default
      {{ @3 parameter without a default follows parameter with a default }}
  | lambda_param_no_default* '(' ','%NAME ','? ')' {{ @1..4 Lambda expression parameters cannot be parenthesized }}
  | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*'
    (',' | lambda_param_no_default) lambda_param_maybe_default* '/' {{ @5 / must be ahead of * }}
  | lambda_param_maybe_default+ '/' '*' {{ @2 expected comma between / and * }} ;
bad_lambda_parameters_helper = lambda_slash_with_default | lambda_param_with_default+ ;
bad_lambda_star_etc =
    '*' (':' | ',' (':' | '**')) {{ @last named arguments must follow bare * }}
  | '*' NAME '=' {{ @2 var-positional argument cannot have default value }}
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* '*' (lambda_param_no_default | ',')
      {{ @3 * argument may appear only once }} ;
bad_lambda_kwds =
    '**' NAME '=' {{ @2 var-keyword argument cannot have default value }}
  | '**' NAME ',' NAME {{ @3 arguments cannot follow var-keyword argument }}
  | '**' NAME ',' ('*' | '**' | '/') {{ @3 arguments cannot follow var-keyword argument }} ;
bad_with_item = expression 'as' expression &(',' | ')' | ':') {{ #assign_target 2 2 }} ;
bad_for_target = 'async'? 'for' star_expressions {{ #for_target 2 2 }} ;
bad_group =
    '(' starred_expression ')' {{ @1 cannot use starred expression here }}
  | '(' '**' expression ')' {{ @1 cannot use double starred expression here }} ;
bad_import =
    'import' ','%dotted_name 'from' dotted_name {{ @0> Did you mean to use 'from ... import ...' instead? }}
  | 'import' NEWLINE {{ @1> Expected one or more names after 'import' }} ;
bad_import_from_targets =
    import_from_names ',' NEWLINE {{ @last trailing comma not allowed without surrounding parentheses }}
  | NEWLINE {{ @0> Expected one or more names after 'import' }} ;
bad_with_stmt =
    'async'? 'with' ','%(expression ('as' star_target)?) NEWLINE {{ @last expected ':' }}
  | 'async'? 'with' '(' ','%(expressions ('as' star_target)?) ','? ')' NEWLINE {{ @last expected ':' }} ;
bad_with_stmt_indent =
    'async'? 'with' ','%(expression ('as' star_target)?) ':' NEWLINE !INDENT
      {{ @indent 1 expected an indented block after 'with' statement }}
  | 'async'? 'with' '(' ','%(expressions ('as' star_target)?) ','? ')' ':' NEWLINE !INDENT
      {{ @indent 1 expected an indented block after 'with' statement }} ;
bad_try_stmt =
    'try' ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'try' statement }}
  | 'try' ':' block !('except' | 'finally') {{ @last expected 'except' or 'finally' block }}
  | 'try' ':' block* except_block+ 'except' '*' expression ('as' NAME)? ':'
      {{ @4..5 cannot have both 'except' and 'except*' on the same 'try' }}
  | 'try' ':' block* except_star_block+ 'except' (expression ('as' NAME)?)? ':'
      {{ @4 cannot have both 'except' and 'except*' on the same 'try' }} ;
bad_except_stmt =
    'except' '*'? expression ',' expressions ('as' NAME)? ':' {{ @2> multiple exception types must be parenthesized }}
  | 'except' '*'? expression ('as' NAME)? NEWLINE {{ @last expected ':' }}
  | 'except' NEWLINE {{ @last expected ':' }}
  | 'except' '*' (NEWLINE | ':') {{ @last expected one or more exception types }} ;
bad_finally_stmt = 'finally' ':' NEWLINE !INDENT
      {{ @indent 0 expected an indented block after 'finally' statement }} ;
bad_except_stmt_indent =
    'except' expression ('as' NAME)? ':' NEWLINE !INDENT
      {{ @indent 0 expected an indented block after 'except' statement }}
  | 'except' ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'except' statement }} ;
bad_except_star_stmt_indent = 'except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT
      {{ @indent 0 expected an indented block after 'except*' statement }} ;
bad_match_stmt =
    "match" subject_expr NEWLINE {{ @last expected ':' }}
  | "match" subject_expr ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'match' statement }} ;
bad_case_block =
    "case" patterns guard? NEWLINE {{ @last expected ':' }}
  | "case" patterns guard? ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'case' statement }} ;
bad_as_pattern =
    or_pattern 'as' "_" {{ @2 cannot use '_' as a target }}
  | or_pattern 'as' !NAME expression {{ @2 invalid pattern target }} ;
bad_class_pattern = name_or_attr '(' bad_class_argument_pattern
      {{ @2 positional patterns follow keyword patterns }} ;
bad_class_argument_pattern = (positional_patterns ',')? keyword_patterns ',' positional_patterns {{ #span 3 3 }} ;
bad_if_stmt =
    'if' named_expression NEWLINE {{ @last expected ':' }}
  | 'if' named_expression ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'if' statement }} ;
bad_elif_stmt =
    'elif' named_expression NEWLINE {{ @last expected ':' }}
  | 'elif' named_expression ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'elif' statement }} ;
bad_else_stmt = 'else' ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'else' statement }} ;
bad_while_stmt =
    'while' named_expression NEWLINE {{ @last expected ':' }}
  | 'while' named_expression ':' NEWLINE !INDENT {{ @indent 0 expected an indented block after 'while' statement }} ;
bad_for_stmt =
    'async'? 'for' star_targets 'in' star_expressions NEWLINE {{ @last expected ':' }}
  | 'async'? 'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
      {{ @indent 1 expected an indented block after 'for' statement }} ;
bad_def_raw =
    'async'? 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT
      {{ @indent 1 expected an indented block after function definition }}
  | 'async'? 'def' NAME type_params? ^'(' params? ')' ('->' expression)? ^':' block ;
bad_class_def_raw =
    'class' NAME type_params? ('(' arguments? ')')? NEWLINE {{ @last expected ':' }}
  | 'class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT
      {{ @indent 0 expected an indented block after class definition }} ;
pairs_with_mistake =
    ','%double_starred_kvpair ',' pair_with_mistake
  | expression ':' '*' bitwise_or {{ @2> cannot use a starred expression in a dictionary value }}
  | expression ':' &('}' | ',') {{ @1 expression expected after dictionary key and ':' }} ;
pair_with_mistake =
    expression !':' {{ #missing_value 0 0 }}
  | expression ':' '*' bitwise_or {{ @2> cannot use a starred expression in a dictionary value }}
  | expression ':' &('}' | ',') {{ @1 expression expected after dictionary key and ':' }} ;
bad_starred_expression = '*' expression '=' expression {{ @0..3 cannot assign to iterable argument unpacking }} ;
bad_fstring_field =
    '{' '=' {{ @1 f-string: valid expression required before '=' }}
  | '{' '!' {{ @1 f-string: valid expression required before '!' }}
  | '{' ':' {{ @1 f-string: valid expression required before ':' }}
  | '{' '}' {{ @1 f-string: valid expression required before '}' }}
  | '{' !annotated_rhs {{ @next f-string: expecting a valid expression after '{' }}
  | '{' annotated_rhs !('=' | '!' | ':' | '}') {{ @next f-string: expecting '=', or '!', or ':', or '}' }}
  | '{' annotated_rhs '=' !('!' | ':' | '}') {{ @next f-string: expecting '!', or ':', or '}' }}
  | '{' annotated_rhs '='? bad_conversion_character
  | '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') {{ @next f-string: expecting ':' or '}' }}
  | '{' annotated_rhs '='? ('!' NAME)? ':' fstring_spec* !'}' {{ @next f-string: expecting '}', or format specs }}
  | '{' annotated_rhs '='? ('!' NAME)? !'}' {{ @next f-string: expecting '}' }} ;
bad_conversion_character =
    '!' &(':' | '}') {{ @next f-string: missing conversion character }}
  | '!' !NAME {{ @next f-string: invalid conversion character }} ;
bad_arithmetic = sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') 'not' inversion
      {{ @2..3 'not' after an operator must be parenthesized }} ;
bad_factor = ('+' | '-' | '~') 'not' factor {{ @1..2 'not' after an operator must be parenthesized }} ;
bad_type_params = '[' ']' {{ @1> Type parameter list cannot be empty }} ;
bad_type_param =
    '*' NAME ':' expression {{ #bound_of_tuple 2 3 }}
  | '**' NAME ':' expression {{ #bound_of_spec 2 3 }} ;
)";

}  // namespace

std::string error_rules() {
  return std::string(kStatements) + std::string(kExpressions) + std::string(kMistakes);
}

}  // namespace simul::syntax
