import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../src/core/dataset/json-schema.ts';

describe('the JSON Schemas for editors', () => {
  it.each(jsonSchemas())(
    '%s.schema.json is what the zod schemas say (npm run data:schema writes it)',
    (name, text) => {
      expect(readFileSync(`data/schema/${name}.schema.json`, 'utf8')).toBe(text);
    },
  );
});
