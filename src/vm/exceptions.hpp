// The built-in exceptions: their types and the layout of an exception object. Mirrors
// Objects/exceptions.c.
//
// Always holds: every exception is an ExceptionObject (a class may add a __dict__ and more
// attributes); `context` is the exception that was being handled when this one was raised;
// `traceback` is a TracebackObject or empty.
#pragma once

#include "vm/object.hpp"
#include "vm/value.hpp"

namespace simul::vm {

// SIMUL_EXCEPTION(name, base)
// clang-format off
#define SIMUL_EXCEPTIONS(X)                                                                       \
  X(BaseException, object) X(Exception, BaseException) X(BaseExceptionGroup, BaseException)       \
  X(GeneratorExit, BaseException) X(KeyboardInterrupt, BaseException) X(SystemExit, BaseException) \
  X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError)                            \
  X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError)                         \
  X(AssertionError, Exception) X(AttributeError, Exception) X(BufferError, Exception)             \
  X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError)            \
  X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError)                   \
  X(MemoryError, Exception) X(NameError, Exception) X(UnboundLocalError, NameError)               \
  X(OSError, Exception) X(BlockingIOError, OSError) X(ChildProcessError, OSError)                 \
  X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError)                                 \
  X(ConnectionAbortedError, ConnectionError) X(ConnectionRefusedError, ConnectionError)           \
  X(ConnectionResetError, ConnectionError) X(FileExistsError, OSError)                            \
  X(FileNotFoundError, OSError) X(InterruptedError, OSError) X(IsADirectoryError, OSError)        \
  X(NotADirectoryError, OSError) X(PermissionError, OSError) X(ProcessLookupError, OSError)       \
  X(TimeoutError, OSError) X(ReferenceError, Exception) X(RuntimeError, Exception)                \
  X(NotImplementedError, RuntimeError) X(PythonFinalizationError, RuntimeError)                   \
  X(RecursionError, RuntimeError) X(StopAsyncIteration, Exception) X(StopIteration, Exception)    \
  X(SyntaxError, Exception) X(IndentationError, SyntaxError) X(TabError, IndentationError)        \
  X(SystemError, Exception) X(TypeError, Exception) X(ValueError, Exception)                      \
  X(UnicodeError, ValueError) X(UnicodeDecodeError, UnicodeError)                                 \
  X(UnicodeEncodeError, UnicodeError) X(UnicodeTranslateError, UnicodeError)                      \
  X(Warning, Exception) X(BytesWarning, Warning) X(DeprecationWarning, Warning)                   \
  X(EncodingWarning, Warning) X(FutureWarning, Warning) X(ImportWarning, Warning)                 \
  X(PendingDeprecationWarning, Warning) X(ResourceWarning, Warning) X(RuntimeWarning, Warning)    \
  X(SyntaxWarning, Warning) X(UnicodeWarning, Warning) X(UserWarning, Warning)                    \
  X(ExceptionGroup, BaseExceptionGroup)
// clang-format on

// Types that the loop's modules add: asyncio.CancelledError is registered with
// Vm::set_cancelled_error.
struct Type;

struct ExceptionTypes {
#define SIMUL_EXCEPTION_MEMBER(name, base) Type* name = nullptr;
  SIMUL_EXCEPTIONS(SIMUL_EXCEPTION_MEMBER)
#undef SIMUL_EXCEPTION_MEMBER
};

struct ExceptionObject : Container {
  Value args;       // a tuple
  Value dict;       // of the instance, made on demand
  Value traceback;  // a TracebackObject, or empty
  Value context;    // empty: none
  Value cause;
  // What some types have besides: StopIteration.value, SystemExit.code, NameError.name,
  // AttributeError.name and .obj, ImportError.name, OSError.errno and .strerror, the message and
  // the exceptions (tuple) of a group.
  Value first;
  Value second;
  Value besides;  // empty, or a dict of more of the kind: see exception_fields.hpp
  bool suppress_context = false;
};

}  // namespace simul::vm
