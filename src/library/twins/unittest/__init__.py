"""Tests as classes. Mirrors CPython's package unittest, whose own frames its reports leave out; here nobody shows them."""
from unittest.result import TestResult
from unittest.case import (SkipTest, skip, skipIf, skipUnless, expectedFailure, TestCase, FunctionTestCase, addModuleCleanup,
                           enterModuleContext, doModuleCleanups)
from unittest.async_case import IsolatedAsyncioTestCase
from unittest.suite import TestSuite
from unittest.loader import TestLoader, defaultTestLoader
from unittest.runner import TextTestResult, TextTestRunner
from unittest.main import TestProgram, main

__all__ = ["IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
           "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult", "installHandler",
           "registerResult", "removeResult", "removeHandler", "addModuleCleanup", "doModuleCleanups", "enterModuleContext"]
