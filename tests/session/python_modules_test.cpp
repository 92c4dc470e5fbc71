// Modules of the library in a run. The network inside a program
// (src/library/python/asyncio/_network.py): its times are simul.net's; what has no latency is held
// against CPython in tests/conformance/streams.
#include "session/python_modules.hpp"

#include <gtest/gtest.h>

#include "library/library.hpp"
#include "session/build.hpp"
#include "session/host.hpp"

namespace simul::session {
namespace {

std::string printed(const std::string& text) {
  const Build built = build(text, "main.py");
  EXPECT_NE(built.code, nullptr);
  PythonModules modules;
  modules.arrived(library::embedded());
  Run run(built.code,
          text,
          "main.py",
          {.cost_ns = 0, .modules = &modules},
          std::make_unique<asyncio::VirtualClock>(),
          "");
  run.advance_virtual(50'000'000);
  EXPECT_EQ(run.status(), Status::kOk);
  return output(run);
}

// Tells when it is to stand and when to go on, each with what was printed by then.
struct ToldClock final : asyncio::Clock {
  explicit ToldClock(std::vector<std::string>& words) : told(&words) {}
  std::int64_t now_ns() override { return 0; }
  void wait_until(std::int64_t, std::int32_t) override {}
  void hold() override { told->push_back("hold"); }
  void release() override { told->push_back("release"); }
  std::vector<std::string>* told;
};

std::vector<std::string> told_of(const std::string& text) {
  const Build built = build(text, "main.py");
  PythonModules modules;
  modules.arrived(library::embedded());
  std::vector<std::string> told;
  Run run(built.code,
          text,
          "main.py",
          {.cost_ns = 0, .modules = &modules},
          std::make_unique<ToldClock>(told),
          "");
  while (!run.finished()) run.advance(1'000);
  return told;
}

TEST(PythonModules, ALiveClockStandsWhileAModuleIsReadWithAllThatItImports) {
  EXPECT_EQ(told_of("print(1)\n"), std::vector<std::string>());
  // While it is compiled and while its body runs.
  const std::vector<std::string> once = {"hold", "release"};
  EXPECT_EQ(told_of("import bisect\n"), once);
  EXPECT_EQ(told_of("import bisect\nimport bisect\n"), once);
  EXPECT_EQ(told_of("import concurrent.futures.thread\n").front(), "hold");
  EXPECT_EQ(told_of("import concurrent.futures.thread\n").back(), "release");
}

TEST(PythonModules, ALiveClockGoesOnAfterAModuleThatFails) {
  const std::vector<std::string> told =
      told_of("try:\n    import this_is_none\nexcept ImportError:\n    import bisect\n");
  EXPECT_EQ(told.back(), "release");
}

// `client` is the body of the client's coroutine, `serve` of the server's.
std::string between(const std::string& net, const std::string& serve, const std::string& client) {
  return printed("import asyncio, simul\n" + net + "\nasync def serve(reader, writer):\n" + serve +
                 "\n    writer.close()\nasync def main():\n"
                 "    server = await asyncio.start_server(serve, '127.0.0.1', 80)\n"
                 "    reader, writer = await asyncio.open_connection('127.0.0.1', 80)\n"
                 "    print('connected')\n" +
                 client +
                 "\n    writer.close()\n    await writer.wait_closed()\n    server.close()\n"
                 "asyncio.run(main())\n");
}

TEST(Network, ConnectingTakesTheWayThereAndBackAndSoDoesAnAnswer) {
  EXPECT_EQ(between("simul.net.latency = 0.25",
                    "    print('accepted')\n    writer.write(await reader.read(9))",
                    "    writer.write(b'hi')\n    print(await reader.read(9))"),
            "0.500 connected\n0.750 accepted\n1.000 b'hi'\n");
}

TEST(Network, BytesTakeTheirTimeOneAfterTheOther) {
  EXPECT_EQ(between("simul.net.bandwidth = 1000",
                    "    for n in (500, 1000): print(len(await reader.readexactly(n)))",
                    "    writer.write(b'x' * 500)\n    writer.write(b'y' * 1000)\n"
                    "    await writer.drain()\n    await reader.read()"),
            "0.000 connected\n0.500 500\n1.500 1000\n");
}

TEST(Network, AFullBufferHoldsTheSenderUpUntilTheReceiverReads) {
  EXPECT_EQ(
      between(
          "simul.net.buffer = 1000",
          "    await asyncio.sleep(2)\n    print(len(await reader.readexactly(300000)))",
          "    writer.write(b'x' * 300000)\n    print(writer.transport.get_write_buffer_size())\n"
          "    await writer.drain()\n    print('drained')\n    await reader.read()"),
      "0.000 connected\n0.000 299000\n2.000 drained\n2.000 300000\n");
}

TEST(Network, TheEndComesBehindAllThatWasSent) {
  EXPECT_EQ(between("simul.net.latency = 0.1\nsimul.net.bandwidth = 100",
                    "    print(await reader.read(2))\n    print(len(await reader.read()))",
                    "    writer.write(b'ab')\n    writer.write(b'c' * 98)\n    writer.write_eof()\n"
                    "    print(await reader.read())"),
            "0.200 connected\n0.320 b'ab'\n1.300 98\n1.400 b''\n");
}

TEST(Network, WhatNoNetworkHasIsRefused) {
  EXPECT_EQ(printed("import simul\n"
                    "for name, value in (('latency', -1), ('latency', 'x'), ('bandwidth', 0), "
                    "('speed', 1)):\n"
                    "    try: setattr(simul.net, name, value)\n"
                    "    except Exception as error: print(type(error).__name__, error)\n"
                    "print(simul.net)\n"),
            "0.000 ValueError simul.net.latency must be 0 or more and finite, not -1\n"
            "0.000 TypeError simul.net.latency must be a number, not str\n"
            "0.000 ValueError simul.net.bandwidth must be 1 or more and finite, not 0\n"
            "0.000 AttributeError '_Network' object has no attribute 'speed' and no __dict__ for "
            "setting new attributes\n"
            "0.000 <simul.net latency=0.0 bandwidth=None buffer=2500000>\n");
}

TEST(Network, AHostThatIsNotTheProgramItselfIsNotKnown) {
  EXPECT_EQ(printed("import asyncio\nasync def main():\n"
                    "    try: await asyncio.open_connection('example.org', 80)\n"
                    "    except OSError as error: print(type(error).__name__, error)\n"
                    "asyncio.run(main())\n"),
            "0.000 gaierror [Errno -2] Name or service not known\n");
}

}  // namespace
}  // namespace simul::session
