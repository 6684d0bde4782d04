/** The packs' schemas in the form that editors understand. */
import { z } from 'zod';
import { PackInfo, packFiles } from './schema.ts';

/** File name without ending, and the file's text. */
export function jsonSchemas(): readonly (readonly [string, string])[] {
  const pack = PackInfo.extend({ $schema: z.string().optional() });
  return Object.entries({ pack, ...packFiles }).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
    return [name, `${JSON.stringify(json, null, 2)}\n`];
  });
}
