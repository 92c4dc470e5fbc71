"""The loop's own; see asyncio."""
from asyncio import Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")
