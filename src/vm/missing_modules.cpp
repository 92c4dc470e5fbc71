#include "vm/missing_modules.hpp"

#include <algorithm>

#include "vm/cat.hpp"
#include "vm/suggestions.hpp"

namespace simul::vm {
namespace {

struct Missing {
  std::string_view name;
  std::string_view why;
  std::string_view instead;
};

// By what a page cannot do: people look for their module by its name, so each has its own row.
// clang-format off
constexpr Missing kMissing[] = {
    {"aiomysql", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"aioredis", "there is no database", "keep values in a dict, and model the wait with asyncio.sleep()"},
    {"aiosqlite", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"anyio", "Simul runs asyncio itself", "asyncio.TaskGroup, asyncio.timeout"},
    {"async_timeout", "asyncio has it", "asyncio.timeout"},
    {"asyncpg", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"boto3", "a page has no free network", "model a request with asyncio.sleep()"},
    {"bz2", "it is not written yet", "leave the bytes as they are"},
    {"celery", "there are no other processes", "asyncio.Queue with worker tasks"},
    {"click", "a page has no command line", "set the values in the program"},
    {"cProfile", "the picture shows where the time goes", "the timeline, or time.perf_counter()"},
    {"ctypes", "there is no machine code to call", "write it in Python"},
    {"curio", "Simul runs asyncio itself", "asyncio.TaskGroup"},
    {"curses", "a page has no terminal", "print()"},
    {"dis", "the machine's code is not handed to programs", "the picture shows what ran"},
    {"django", "a page serves nobody", "call the handler in the program"},
    {"doctest", "it is not written yet", "assert in the program"},
    {"email", "it is not written yet", "a dict of headers"},
    {"fastapi", "a page serves nobody", "call the handler in the program"},
    {"flask", "a page serves nobody", "call the handler in the program"},
    {"ftplib", "a page has no free network", "model it with asyncio.sleep()"},
    {"getpass", "nobody can be asked unseen", "input()"},
    {"gevent", "Simul runs asyncio itself", "asyncio.create_task"},
    {"grpc", "a page has no free network", "model a call with asyncio.sleep()"},
    {"gzip", "it is not written yet", "leave the bytes as they are"},
    {"http", "a page has no free network", "model a request with asyncio.sleep()"},
    {"ipaddress", "it is not written yet", "the parts of the address as ints"},
    {"locale", "a page has no locale of its own", "format(), f-strings"},
    {"lzma", "it is not written yet", "leave the bytes as they are"},
    {"marshal", "a program here leaves nothing behind", "json"},
    {"matplotlib", "it draws with machine code", "print the numbers: the timeline draws what the tasks do"},
    {"motor", "there is no database", "keep documents in a dict, and model the wait with asyncio.sleep()"},
    {"numpy", "it is machine code", "lists, math, statistics"},
    {"pandas", "it is machine code", "lists of dicts, collections, statistics"},
    {"pdb", "the page itself stops and steps", "a breakpoint on the line"},
    {"psutil", "a page has no operating system", "the picture shows how busy the loop is"},
    {"psycopg2", "there is no database", "keep rows in a dict"},
    {"pydantic", "it is machine code", "dataclasses"},
    {"pytest", "a page tests nothing by name", "assert in the program"},
    {"redis", "there is no database", "keep values in a dict"},
    {"rich", "the output is plain text", "print()"},
    {"scipy", "it is machine code", "math, statistics"},
    {"select", "a page has no files to wait for", "asyncio.wait"},
    {"selectors", "a page has no files to wait for", "asyncio.wait"},
    {"shelve", "a program here leaves nothing behind", "a dict, or json in a file of open()"},
    {"smtplib", "a page has no free network", "model a mail with asyncio.sleep()"},
    {"socket", "a page has no free network", "asyncio.open_connection and asyncio.start_server, or an asyncio.Queue"},
    {"socketserver", "a page serves nobody", "asyncio.start_server"},
    {"sqlalchemy", "there is no database", "keep rows in a dict"},
    {"sqlite3", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"ssl", "a page has no free network", "leave it out: nothing leaves the page"},
    {"subprocess", "there are no other processes", "asyncio.create_task, or asyncio.to_thread"},
    {"tarfile", "it is not written yet", "a dict of names and bytes"},
    {"tenacity", "it is not part of Python", "a loop with try, except and asyncio.sleep()"},
    {"tkinter", "a page has no windows", "print()"},
    {"tornado", "Simul runs asyncio itself", "asyncio"},
    {"tqdm", "the output is plain text", "print()"},
    {"tracemalloc", "memory is not traced", "sys.getsizeof"},
    {"trio", "Simul runs asyncio itself", "asyncio.TaskGroup is its nursery"},
    {"twisted", "Simul runs asyncio itself", "asyncio"},
    {"typing_extensions", "typing has it", "typing"},
    {"unicodedata", "it is not written yet", "the methods of str"},
    {"urllib", "a page has no free network", "urllib.request.urlopen"},
    {"uvicorn", "a page serves nobody", "call the handler in the program"},
    {"uvloop", "Simul's loop is its own", "asyncio.run"},
    {"webbrowser", "a page opens no other page", "print the address"},
    {"websockets", "a page has no free network", "two asyncio.Queue objects, one each way"},
    {"xml", "it is not written yet", "json"},
    {"yaml", "it is not part of Python", "json"},
    {"zipfile", "it is not written yet", "a dict of names and bytes"},
};
// clang-format on

}  // namespace

std::string missing_module(std::string_view name, const std::vector<std::string>& known) {
  const std::string_view top = name.substr(0, name.find('.'));
  for (const Missing& each : kMissing) {
    if (each.name == top)
      return cat("Simul has no module '", name, "': ", each.why, " (instead: ", each.instead, ")");
  }
  std::vector<std::string> shown;
  for (const std::string& each : known) {
    if (each[0] != '_') shown.push_back(each);
  }
  const std::string nearest = closest_name(name, shown);
  if (!nearest.empty()) return cat("Simul has no module '", name, "' yet (nearest: ", nearest, ")");
  return cat("Simul has no module '",
             name,
             "': a program here is one file, with what Simul has of Python's own library");
}

}  // namespace simul::vm
