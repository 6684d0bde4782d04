/**
 * `npm run chaos`: the long form of the proof. Its last line is one JSON object; it fails where a question was lost,
 * doubled, never revealed, or an answer counted wrong. `docs/reliability.md` explains it.
 */
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.ts';
import { isKept } from './judge.ts';
import { type RunOptions, runChaos } from './run.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    processes: { type: 'string', default: '3' },
    store: { type: 'string', default: 'postgres' },
    seed: { type: 'string', default: '1' },
    places: { type: 'string', default: '60' },
    platform: { type: 'string', default: 'both' },
    days: { type: 'string', default: '3' },
    slots: { type: 'string', default: '3' },
    speed: { type: 'string', default: '30' },
    fault: { type: 'string' },
    'no-slack-history': { type: 'boolean', default: false },
  },
});

const MOST_SHOWN = 5;
const write = (line: string) => void process.stdout.write(`${line}\n`);

const options = readOptions();
const { figures, findings, mishaps } = await runChaos(options);
write(`what befell it: ${JSON.stringify(mishaps)}`);
for (const finding of findings.slice(0, MOST_SHOWN)) write(finding);
if (findings.length > MOST_SHOWN) write(`… and ${findings.length - MOST_SHOWN} more`);
if (findings.length > 0)
  write(`again: npm run chaos -- ${process.argv.slice(2).join(' ')} (seed ${options.seed})`);
write(JSON.stringify(figures));
process.exit(isKept(figures) ? 0 : 1);

function readOptions(): RunOptions {
  const { kills, processes, store, seed, places, platform, fault } = values;
  if (store !== 'postgres' && store !== 'sqlite') throw new Error('--store is postgres or sqlite');
  if (store === 'sqlite' && Number(processes) > 1)
    throw new Error('several processes share a PostgreSQL: use --store postgres, or --processes 1');
  if (fault !== undefined && !(fault in FAULTS))
    throw new Error(`--fault is one of ${Object.keys(FAULTS).join(', ')}`);
  if (platform !== 'discord' && platform !== 'slack' && platform !== 'both')
    throw new Error('--platform is discord, slack or both');
  const [days, slots, speed] = [Number(values.days), Number(values.slots), Number(values.speed)];
  return {
    ...{ kills: Number(kills), processes: Number(processes), store, seed: Number(seed), fault },
    ...{ places: Number(places), days, slots, speed, slackHistory: !values['no-slack-history'], log: write },
    platforms: platform === 'both' ? ['discord', 'slack'] : [platform],
    spreadMinutes: spread(Number(kills), days * slots + 1, speed),
  };
}

/** A killed process takes about a second to be back: time for that many in each scene. */
function spread(kills: number, scenes: number, speed: number): number {
  return Math.max(2, Math.min(15, Math.ceil(((kills / scenes) * 1.1 * speed) / 60)));
}
