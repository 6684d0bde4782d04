/** `npm run data:schema`: writes the JSON Schemas that editors use from the zod schemas. */
import { mkdir, writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../core/dataset/json-schema.ts';

await mkdir('data/schema', { recursive: true });
for (const [name, text] of jsonSchemas()) await writeFile(`data/schema/${name}.schema.json`, text);
process.stdout.write('data/schema is up to date\n');
