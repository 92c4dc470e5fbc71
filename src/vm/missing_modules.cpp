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
    {"aiojobs", "it is not part of Python", "asyncio.TaskGroup"},
    {"aiomysql", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"aioredis", "there is no database", "keep values in a dict, and model the wait with asyncio.sleep()"},
    {"aiosmtplib", "a page has no free network", "model a mail with asyncio.sleep()"},
    {"aiosqlite", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"aiostream", "it is not part of Python", "async generators"},
    {"anyio", "Simul runs asyncio itself", "asyncio.TaskGroup, asyncio.timeout"},
    {"async_timeout", "asyncio has it", "asyncio.timeout"},
    {"asynchat", "Python has dropped it", "asyncio"},
    {"asyncio.subprocess", "there are no other processes", "asyncio.create_task, or asyncio.to_thread"},
    {"asyncore", "Python has dropped it", "asyncio"},
    {"aiohttp.web", "a page serves nobody", "asyncio.start_server; simul.net.serve() answers requests"},
    {"asyncpg", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"attr", "it is not part of Python", "dataclasses"},
    {"attrs", "it is not part of Python", "dataclasses"},
    {"boto3", "a page has no free network", "model a request with asyncio.sleep()"},
    {"bs4", "it is not part of Python", "re, or str.find()"},
    {"bz2", "it is not written yet", "leave the bytes as they are"},
    {"celery", "there are no other processes", "asyncio.Queue with worker tasks"},
    {"cgi", "Python has dropped it", "urllib.parse"},
    {"cgitb", "Python has dropped it", "traceback"},
    {"click", "a page has no command line", "set the values in the program"},
    {"colorama", "the output is plain text", "print()"},
    {"cProfile", "the picture shows where the time goes", "the timeline, or time.perf_counter()"},
    {"crypt", "Python has dropped it", "hashlib"},
    {"ctypes", "there is no machine code to call", "write it in Python"},
    {"curio", "Simul runs asyncio itself", "asyncio.TaskGroup"},
    {"curses", "a page has no terminal", "print()"},
    {"dask", "there are no other machines", "concurrent.futures"},
    {"dateutil", "it is not part of Python", "datetime"},
    {"dbm", "a program here leaves nothing behind", "a dict, or json in a file of open()"},
    {"dis", "the machine's code is not handed to programs", "the picture shows what ran"},
    {"discord", "a page has no free network", "two asyncio.Queue objects, one each way"},
    {"distutils", "Python has dropped it", "shutil, importlib"},
    {"django", "a page serves nobody", "call the handler in the program"},
    {"dotenv", "it is not part of Python", "set the values in the program"},
    {"email", "it is not written yet", "a dict of headers"},
    {"faker", "it is not part of Python", "random.choice() from lists of yours"},
    {"fastapi", "a page serves nobody", "call the handler in the program"},
    {"fcntl", "a page has no operating system", "asyncio.Lock"},
    {"filecmp", "it is not written yet", "compare what open() reads"},
    {"fileinput", "it is not written yet", "open(), or input()"},
    {"flask", "a page serves nobody", "call the handler in the program"},
    {"ftplib", "a page has no free network", "model it with asyncio.sleep()"},
    {"getopt", "it is not written yet", "argparse"},
    {"getpass", "nobody can be asked unseen", "input()"},
    {"gevent", "Simul runs asyncio itself", "asyncio.create_task"},
    {"grp", "a page has no operating system", "the name as a string"},
    {"grpc", "a page has no free network", "model a call with asyncio.sleep()"},
    {"gzip", "it is not written yet", "leave the bytes as they are"},
    {"html.parser", "it is not written yet", "re, or str.find()"},
    {"http", "a page has no free network", "model a request with asyncio.sleep()"},
    {"http.cookies", "it is not written yet", "a dict of names and values"},
    {"http.server", "a page serves nobody", "asyncio.start_server"},
    {"imaplib", "a page has no free network", "model a mail with asyncio.sleep()"},
    {"imp", "Python has dropped it", "importlib"},
    {"ipaddress", "it is not written yet", "the parts of the address as ints"},
    {"janus", "it is not part of Python", "queue.Queue, asyncio.run_coroutine_threadsafe"},
    {"joblib", "it is not part of Python", "concurrent.futures"},
    {"line_profiler", "the picture shows where the time goes", "the timeline, or time.perf_counter()"},
    {"locale", "a page has no locale of its own", "format(), f-strings"},
    {"loguru", "it is not part of Python", "logging"},
    {"lzma", "it is not written yet", "leave the bytes as they are"},
    {"mailbox", "it is not written yet", "a list of strings"},
    {"marshal", "a program here leaves nothing behind", "json"},
    {"matplotlib", "it draws with machine code", "print the numbers: the timeline draws what the tasks do"},
    {"mmap", "a page has no operating system", "a bytearray"},
    {"more_itertools", "it is not part of Python", "itertools"},
    {"motor", "there is no database", "keep documents in a dict, and model the wait with asyncio.sleep()"},
    {"msvcrt", "a page has no terminal", "input()"},
    {"mysql", "there is no database", "keep rows in a dict"},
    {"nest_asyncio", "a loop here runs once at a time, as in CPython", "await, instead of a second asyncio.run()"},
    {"numpy", "it is machine code", "lists, math, statistics"},
    {"opcode", "the machine's code is not handed to programs", "the picture shows what ran"},
    {"openai", "a page has no free network", "model a request with asyncio.sleep()"},
    {"pandas", "it is machine code", "lists of dicts, collections, statistics"},
    {"paramiko", "a page has no free network", "model it with asyncio.sleep()"},
    {"pdb", "the page itself stops and steps", "a breakpoint on the line"},
    {"PIL", "it is machine code", "print()"},
    {"pipes", "Python has dropped it", "shlex"},
    {"pkgutil", "a program here is one file", "importlib"},
    {"playwright", "a page opens no other page", "model a page with asyncio.sleep()"},
    {"poplib", "a page has no free network", "model a mail with asyncio.sleep()"},
    {"profile", "the picture shows where the time goes", "the timeline, or time.perf_counter()"},
    {"pstats", "the picture shows where the time goes", "the timeline, or time.perf_counter()"},
    {"psutil", "a page has no operating system", "the picture shows how busy the loop is"},
    {"psycopg", "there is no database", "keep rows in a dict"},
    {"psycopg2", "there is no database", "keep rows in a dict"},
    {"pwd", "a page has no operating system", "the name as a string"},
    {"pydantic", "it is machine code", "dataclasses"},
    {"pymongo", "there is no database", "keep documents in a dict"},
    {"pymysql", "there is no database", "keep rows in a dict"},
    {"pytest", "a page tests nothing by name", "assert in the program"},
    {"pytz", "it is not part of Python", "zoneinfo, datetime.timezone"},
    {"quart", "a page serves nobody", "call the handler in the program"},
    {"ray", "there are no other machines", "concurrent.futures"},
    {"readline", "a page has no terminal", "input()"},
    {"redis", "there is no database", "keep values in a dict"},
    {"requests.adapters", "no connection of Simul's requests is kept for another request", "requests.Session() without mount()"},
    {"requests.auth", "Simul's requests ask for no password", "headers={'Authorization': ...}"},
    {"resource", "a page has no operating system", "time.process_time()"},
    {"rich", "the output is plain text", "print()"},
    {"sanic", "a page serves nobody", "call the handler in the program"},
    {"scipy", "it is machine code", "math, statistics"},
    {"select", "a page has no files to wait for", "asyncio.wait"},
    {"selectors", "a page has no files to wait for", "asyncio.wait"},
    {"selenium", "a page opens no other page", "model a page with asyncio.sleep()"},
    {"serial", "a page has no devices", "an asyncio.Queue"},
    {"shelve", "a program here leaves nothing behind", "a dict, or json in a file of open()"},
    {"sklearn", "it is machine code", "math, statistics"},
    {"smtpd", "Python has dropped it", "asyncio.start_server"},
    {"smtplib", "a page has no free network", "model a mail with asyncio.sleep()"},
    {"socket", "a page has no free network", "asyncio.open_connection and asyncio.start_server, or an asyncio.Queue"},
    {"socketserver", "a page serves nobody", "asyncio.start_server"},
    {"sqlalchemy", "there is no database", "keep rows in a dict"},
    {"sqlite3", "there is no database", "keep rows in a dict, and model the wait with asyncio.sleep()"},
    {"ssl", "a page has no free network", "leave it out: nothing leaves the page"},
    {"starlette", "a page serves nobody", "call the handler in the program"},
    {"subprocess", "there are no other processes", "asyncio.create_task, or asyncio.to_thread"},
    {"sysconfig", "a page has no operating system", "platform, sys"},
    {"syslog", "a page has no operating system", "logging"},
    {"tabulate", "it is not part of Python", "f-strings with widths"},
    {"tarfile", "it is not written yet", "a dict of names and bytes"},
    {"telegram", "a page has no free network", "two asyncio.Queue objects, one each way"},
    {"telnetlib", "Python has dropped it", "asyncio.open_connection"},
    {"tenacity", "it is not part of Python", "a loop with try, except and asyncio.sleep()"},
    {"termcolor", "the output is plain text", "print()"},
    {"termios", "a page has no terminal", "input()"},
    {"tkinter", "a page has no windows", "print()"},
    {"torch", "it is machine code", "lists, math"},
    {"tornado", "Simul runs asyncio itself", "asyncio"},
    {"tqdm", "the output is plain text", "print()"},
    {"tracemalloc", "memory is not traced", "sys.getsizeof"},
    {"trio", "Simul runs asyncio itself", "asyncio.TaskGroup is its nursery"},
    {"tty", "a page has no terminal", "input()"},
    {"turtle", "a page has no windows", "print()"},
    {"twisted", "Simul runs asyncio itself", "asyncio"},
    {"typing_extensions", "typing has it", "typing"},
    {"unicodedata", "it is not written yet", "the methods of str"},
    {"urllib", "a page has no free network", "urllib.request.urlopen"},
    {"urllib3", "it is a part of requests", "requests, or urllib.request.urlopen"},
    {"uvicorn", "a page serves nobody", "call the handler in the program"},
    {"uvloop", "Simul's loop is its own", "asyncio.run"},
    {"webbrowser", "a page opens no other page", "print the address"},
    {"websockets", "a page has no free network", "two asyncio.Queue objects, one each way"},
    {"winreg", "a page has no operating system", "a dict"},
    {"wsgiref", "a page serves nobody", "call the handler in the program"},
    {"xml.dom", "it is not written yet", "xml.etree.ElementTree"},
    {"xml.parsers", "it is not written yet", "xml.etree.ElementTree.XMLParser"},
    {"xml.sax", "it is not written yet", "xml.etree.ElementTree.XMLPullParser"},
    {"xmlrpc", "a page has no free network", "model a call with asyncio.sleep()"},
    {"yaml", "it is not part of Python", "json"},
    {"zipfile", "it is not written yet", "a dict of names and bytes"},
    {"zipimport", "a program here is one file", "put its text into the program"},
    {"zmq", "a page has no free network", "an asyncio.Queue"},
};
// clang-format on

}  // namespace

std::string missing_module(std::string_view name, const std::vector<std::string>& known) {
  const std::string_view top = name.substr(0, name.find('.'));
  for (const std::string_view sought :
       {name, top}) {  // a module inside a package may have its own row
    for (const Missing& each : kMissing) {
      if (each.name == sought)
        return cat(
            "Simul has no module '", name, "': ", each.why, " (instead: ", each.instead, ")");
    }
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
