# title: Running what is not there
# group: Small surprises
# look for: NameError: asyncio.run starts nothing, because main does not exist.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio

asyncio.run(main())
