import { describe, expect, it } from 'vitest';
import { secondReceipt } from '../../../../src/authoring/lint/rules/second-receipt.ts';
import type { Pack } from '../../../../src/core/dataset/pack.ts';
import { changed, goodPack, goodTexts, named } from '../harbour.ts';

/** What Coast Weekly prints besides. */
const printing = (line: string) =>
  goodTexts().map((text) =>
    text.article === 'coast-2021' ? { ...text, paragraphs: [...text.paragraphs, line] } : text,
  );

const text = 'The trawler of Mara Quill is in a museum in Port Alder since May 2021.';
const museum = changed('claims', 'kestrel-to-museum', { text });
const found = (line: string, pack: Pack = museum) => secondReceipt.check(pack, printing(line));

describe('a fact that another article has too', () => {
  it('has its receipt from there in a good pack', () => {
    expect(secondReceipt.check(goodPack(), goodTexts())).toEqual([]);
  });

  it('is named with the paragraph', () => {
    const line = 'A museum in Port Alder took the trawler from Quill in May 2021.';
    expect(named(found(line))).toEqual(['kestrel-to-museum: receipts']);
    expect(found(line)[0]?.expected).toContain('coast-2021#6');
  });

  it.each([
    ['another number', 'A museum in Port Alder took the trawler from Quill in May 2019.'],
    ['another person', 'A museum in Port Alder took the trawler from Reed in May 2021.'],
  ])('is not there where the other has %s', (_, line) => {
    expect(found(line)).toEqual([]);
  });

  it('is no matter where the claim is that one article says so', () => {
    const own = changed('claims', 'kestrel-to-museum', { text: `The Lantern says: ${text}` });
    expect(found('A museum in Port Alder took the trawler from Quill in May 2021.', own)).toEqual([]);
  });
});
