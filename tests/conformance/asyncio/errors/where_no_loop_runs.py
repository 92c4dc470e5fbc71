# current_task() and get_running_loop() are C functions: no frame of asyncio is in their traceback. all_tasks() is written in Python.
import asyncio
import traceback

for function in asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks:
    try:
        function()
    except RuntimeError:
        traceback.print_exc()
