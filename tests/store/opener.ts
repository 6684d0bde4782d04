/**
 * A process of its own that opens a store, opens a round in it and claims today: what a second replica does.
 * It says `ready` when it has loaded and waits for the end of its input, so that several begin at once.
 */
import { finished } from 'node:stream/promises';
import { openStore } from '../../src/store/open.ts';
import { delivery, startRound } from './contract/samples.ts';

const [location = '', name = ''] = process.argv.slice(2);
await import('../../src/store/sqlite.ts');
process.stdout.write('ready\n');
await finished(process.stdin.resume());
const store = await openStore(location);
await startRound(store, name);
const claimed = await store.claimDelivery(delivery({ id: name }));
await store.close();
process.stdout.write(claimed ? 'claimed' : 'late');
