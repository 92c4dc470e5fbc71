// The service worker: keeps one whole set of the page's files and hands out only that set. Copied with `version` and `files`
// filled in by scripts/bundle.mjs (file -> SHA-256 in hex), so that any other content makes another worker.
//
// Never a mixture of an old and a new page: a set is taken only if every file has its hash, it is kept beside the one in use,
// and the new worker takes over when no page of the old one is open any more, as browsers do it by themselves.
const version = '__VERSION__';
const files = __FILES__;

const scope = new URL(self.registration.scope);
const mine = `simul ${scope.pathname} `;
const kept = mine + version;
let given_up = false;

const hex = (bytes) => [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, '0')).join('');

// The file as it is on the server, if it belongs to this set.
async function fetched(name) {
  const answer = await fetch(new URL(name, scope), { cache: 'no-cache' });
  if (!answer.ok) return null;
  const bytes = await answer.arrayBuffer();
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== files[name]) return null;
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding'); // it is unpacked
  headers.delete('content-length');
  return new Response(bytes, { headers });
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(kept);
      try {
        for (const name of Object.keys(files)) {
          const answer = await fetched(name);
          if (answer === null) throw new Error(`${name} is of another version`);
          await cache.put(new URL(name, scope), answer);
        }
      } catch (error) {
        await caches.delete(kept);
        throw error; // the browser tries again at the next visit
      }
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(mine) && name !== kept) await caches.delete(name);
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (given_up || request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const name = decodeURIComponent(url.pathname.slice(scope.pathname.length)) || 'index.html';
  if (Object.hasOwn(files, name)) event.respondWith(answered(name, request));
});

async function answered(name, request) {
  const cache = await caches.open(kept);
  const had = await cache.match(new URL(name, scope));
  if (had !== undefined) return had;
  // The browser has thrown the set away. What can be had of it is fetched again; else this worker is of no use any more.
  const again = await fetched(name).catch(() => null);
  if (again !== null) {
    await cache.put(new URL(name, scope), again.clone());
    return again;
  }
  given_up = true;
  await caches.delete(kept);
  await self.registration.unregister();
  return fetch(request);
}
