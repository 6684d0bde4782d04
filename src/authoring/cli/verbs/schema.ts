/** `schema`: what an editor needs to complete and check the pack’s files while they are typed. */
import { schemaFiles } from '../../format/json-schema.ts';
import { put } from '../../put-file.ts';
import { openPack } from '../open-pack.ts';
import type { Verb } from '../verb.ts';

export const schemaVerb: Verb = {
  name: 'schema',
  args: '',
  count: [0, 0],
  says: 'writes JSON Schemas with the pack’s own ids and names, by which editors complete what is typed',
  help: ['check and sync write them as well; VS Code reads them with its extension “YAML”'],
  async run(call) {
    const { folder, book } = await openPack(call);
    for (const [name, text] of schemaFiles(book)) {
      await put(folder, name, text);
      call.terminal.out(`${folder}/${name}\n`);
    }
    return 0;
  },
};
