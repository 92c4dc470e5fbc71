// After a first visit Simul works without a network: a service worker (web/offline_worker.js) keeps one whole set of files.
//
// Not on the machine where somebody builds it: there a rebuilt page has to show on reload. `?offline` asks for it all the same.

import { inOneFile } from './parts.ts';

export function workOffline(): void {
  if (inOneFile || !('serviceWorker' in navigator)) return;
  const builtHere = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  const asked = new URLSearchParams(location.search).has('offline');
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined); // then it needs the network
  if (!builtHere || asked) quietly(navigator.serviceWorker.register('offline_worker.js'));
  else quietly(navigator.serviceWorker.getRegistration('.').then((one) => one?.unregister()));
}
