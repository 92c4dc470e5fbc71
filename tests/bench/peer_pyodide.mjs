// peer_pyodide.mjs PYODIDE FOLDER [ROW,...]: the programs of FOLDER on Pyodide, CPython in
// WebAssembly, under node.
//
// They get asyncio's own BaseEventLoop with a clock that jumps (peer.py), which is what Pyodide can
// do at its best: its WebLoop posts a JavaScript task for every callback, and costs ten times as
// much for a switch.
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [folder, programs, rows = ''] = process.argv.slice(2);
const {loadPyodide} = await import(pathToFileURL(resolve(folder, 'pyodide.mjs')));
const python = await loadPyodide({indexURL: resolve(folder)});
python.FS.mkdir('/programs');
for (const name of readdirSync(programs))
  python.FS.writeFile(`/programs/${name}`, readFileSync(resolve(programs, name)));
const here = dirname(fileURLToPath(import.meta.url));
python.FS.writeFile('peer.py', readFileSync(resolve(here, 'peer.py')));
python.setStdout({batched: (line) => console.log(line)});
python.globals.set('wanted', python.toPy(rows.split(',').filter(Boolean)));
python.runPython(`
import asyncio
from js import process
asyncio._set_running_loop(None)   # WebLoop says that it runs always
import sys; sys.path.insert(0, '.')
import peer

def run(main, **options):
    loop = peer.JumpingLoop()
    try:
        return loop.run_until_complete(main)
    finally:
        loop.close()

def clock():
    spent = process.cpuUsage()
    return (spent.user + spent.system) * 1000

asyncio.run = run
peer.main("/programs", wanted, clock=clock, warm_s=5)
`);
