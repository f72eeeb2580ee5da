/** The service worker, for use without a network. `vite dev` has none: only a build has a list of files. */
import { version } from '$service-worker';
import { serveSite, type WorkerScope } from '#lib/offline/site-worker.ts';

serveSite(self as unknown as WorkerScope, version);
