/** The worker of the live figures; a backend's code is fetched when it is first wanted. */
import { expose } from 'comlink';

expose({});
