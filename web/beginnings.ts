// Three programs to begin with, offered where there is nothing yet. Each is whole, runs, and is worth changing.

import { opening } from './gallery.ts';

export interface Beginning {
  title: string;
  about: string;
  code: string;
}

export const beginnings: readonly Beginning[] = [
  {
    title: 'A coroutine',
    about: 'One task that sleeps for a second',
    code: `import asyncio


async def main():
    print("hello")
    await asyncio.sleep(1.0)
    print("bye")


asyncio.run(main())
`,
  },
  {
    title: 'Three workers at once',
    about: 'gather waits for all of them',
    code: opening.code,
  },
  {
    title: 'A queue',
    about: 'One task puts, another gets',
    code: `import asyncio


async def producer(queue):
    for number in range(3):
        await asyncio.sleep(0.5)
        await queue.put(number)


async def consumer(queue):
    for _ in range(3):
        print("got", await queue.get())


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
`,
  },
];
