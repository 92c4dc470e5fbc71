"""The logger that asyncio's reports go to. Mirrors CPython's Lib/asyncio/log.py."""
import logging

logger = logging.getLogger("asyncio")
