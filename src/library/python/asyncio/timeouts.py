"""The loop's own; see asyncio."""
import asyncio
from asyncio import Timeout, timeout, timeout_at

__all__ = ("Timeout", "timeout", "timeout_at")
