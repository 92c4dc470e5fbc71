"""The loop's own; see asyncio."""
from asyncio import Queue, PriorityQueue, LifoQueue, QueueFull, QueueEmpty, QueueShutDown

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")
