/**
 * A process of its own that opens a store, opens a round in it and claims today, as a program for operators would, and
 * ends; or as the bot itself, and goes on. It says `ready` when it has loaded and waits for the end of its input, so that
 * several begin at once.
 */
import { finished } from 'node:stream/promises';
import { openBotStore, openStore } from '../../src/store/open.ts';
import { delivery, startRound } from './contract/samples.ts';

const [kind = '', location = '', name = ''] = process.argv.slice(2);
await import('../../src/store/sqlite.ts');
process.stdout.write('ready\n');
await finished(process.stdin.resume());
const ignore = () => undefined;
const quiet = { onWait: ignore, rewriting: { begins: ignore, done: ignore, failed: ignore } };
const store = await (kind === 'bot' ? openBotStore(location, quiet) : openStore(location));
await startRound(store, name);
const claimed = await store.claimDelivery(delivery({ id: name }));
process.stdout.write(claimed ? 'claimed' : 'late');
if (kind === 'bot') setInterval(ignore, 60_000);
else await store.close();
