/** The licences of what the page is made of, which ask to go along with every copy. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createAssets } from '../../src/pages/assets.ts';
import { createRecordingLogger } from '../fakes/logger.ts';

const assets = createAssets(
  new URL('../../src/adapters/web/client/', import.meta.url),
  createRecordingLogger(),
);
const textOf = async (name: string) => Buffer.from((await assets.find(name))?.body ?? []).toString();

describe('what goes along with the page', () => {
  let notices: string;
  beforeAll(async () => {
    notices = await textOf((await assets.entries()).notices);
  });

  it('names its libraries and its type with their licences, and ours', () => {
    for (const name of [
      'react',
      'react-dom',
      'lit',
      '@skyra/discord-components-core',
      '@fontsource-variable/inter',
    ])
      expect(notices).toMatch(
        new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|BSD-3-Clause|OFL-1\\.1)\\)$`, 'm'),
      );
    expect(notices).toContain('the Receipts authors');
  });

  it('has the words of each licence', () => {
    const parts = notices.split(/^-{80}$/m).slice(1);
    expect(parts.filter((part) => !/permission|redistribution/i.test(part))).toEqual([]);
  });

  it('does not name what only the server uses', () => {
    expect(notices).not.toMatch(/^(?:discord\.js|kysely|esbuild) /m);
  });

  it('leaves the script its own words about who holds the rights', async () => {
    expect(await textOf((await assets.entries()).script)).toContain('@license');
  });
});
