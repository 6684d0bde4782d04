/**
 * `release`: from now on strangers’ databases may hold rounds on these questions. An id is never taken out of the lock
 * again; a question that is dropped is named in `pack.yaml` under `withdrawn`, with the reason.
 */
import type { Pack } from '../../../core/dataset/pack.ts';
import type { Lock } from '../../format/lock.ts';
import { openPack, packOf, writeLock } from '../open-pack.ts';
import type { Verb } from '../verb.ts';

export const releaseVerb: Verb = {
  name: 'release',
  args: '',
  count: [0, 0],
  says: 'remembers the ids of all questions, before the pack is handed on (share does it too)',
  async run(call) {
    const opened = await openPack(call);
    const { lock, added } = released(opened.book.lock, packOf(opened));
    await writeLock(opened.folder, lock);
    for (const id of added) call.terminal.out(`+ ${id}\n`);
    call.terminal.out(`${lock.released.length} ids, ${added.length} of them new\n`);
    return 0;
  },
};

export function released(lock: Lock, { questions }: Pack): { lock: Lock; added: readonly string[] } {
  const known = new Set(lock.released);
  const added = questions.map(({ id }) => id).filter((id) => !known.has(id));
  return { lock: { ...lock, released: [...lock.released, ...added] }, added };
}
