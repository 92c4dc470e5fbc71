#include "library/library.hpp"

#include <gtest/gtest.h>

namespace simul::library {
namespace {

TEST(Library, WhatIsPackedIsFoundByItsFullName) {
  const Library library(
      "a package library 6\nx = 1\n\na.b module library 0\n\n_c module twin 3\ny\n\n\n");
  ASSERT_NE(library.find("a"), nullptr);
  EXPECT_EQ(library.find("a")->text, "x = 1\n");
  EXPECT_TRUE(library.find("a")->package);
  EXPECT_EQ(library.find("a.b")->text, "");
  EXPECT_EQ(library.find("_c")->text, "y\n\n");
  EXPECT_TRUE(library.find("_c")->twin);
  EXPECT_EQ(library.find("b"), nullptr);
}

TEST(Library, ATextThatWasCutShortIsNoLibrary) {
  EXPECT_TRUE(Library("a module library 6\nx =").empty());
  EXPECT_TRUE(Library("a module library 3\nx = 1\n").empty());
  EXPECT_TRUE(Library("<!doctype html>\n<title>Not found</title>\n").empty());
  EXPECT_TRUE(Library("").empty());
}

TEST(Library, TheNamesKnownBeforehandAreTheOnesInTheText) {
  const Library library(embedded());
  EXPECT_FALSE(names().empty());
  for (std::string_view name : names()) EXPECT_NE(library.find(name), nullptr) << name;
  EXPECT_TRUE(has("bisect"));
  EXPECT_FALSE(has("bisec"));
}

TEST(Library, FilesAreNamedAsCPythonNamesThem) {
  EXPECT_EQ(file_name("bisect", {}), "/usr/lib/python3.13/bisect.py");
  EXPECT_EQ(file_name("collections", {.package = true, .twin = false, .text = {}}),
            "/usr/lib/python3.13/collections/__init__.py");
  EXPECT_EQ(file_name("collections.abc", {}), "/usr/lib/python3.13/collections/abc.py");
  EXPECT_EQ(file_name("_bisect", {.package = false, .twin = true, .text = {}}),
            "<built-in _bisect>");
  EXPECT_EQ(file_name("abc", {}), "<frozen abc>");
}

}  // namespace
}  // namespace simul::library
