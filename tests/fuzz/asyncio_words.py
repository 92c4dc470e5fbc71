"""What random asyncio programs choose from: how long, which errors, what is caught."""
DELAYS = ["0", "0", "0.1", "0.1", "0.2", "0.3", "0.5", "0.5", "1", "1.5"]
ERRORS = ["ValueError", "KeyError", "RuntimeError", "LookupError", "OSError", "ZeroDivisionError", "TimeoutError"]
CAUGHT = ["Exception", "Exception", "asyncio.CancelledError", "asyncio.CancelledError", "TimeoutError", "BaseException",
          "(ValueError, KeyError)", "ExceptionGroup", "RuntimeError"]
