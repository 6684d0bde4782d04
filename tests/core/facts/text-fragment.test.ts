import { describe, expect, it } from 'vitest';
import { linkTo, withoutFragment } from '../../../src/core/facts/text-fragment.ts';

const URL_ = 'https://paper.example/story';

describe('the link of a receipt', () => {
  it('names the words where the place begins and ends', () => {
    expect(linkTo(URL_, [{ from: 'They met', to: 'the pier' }])).toBe(
      `${URL_}#:~:text=They%20met,the%20pier`,
    );
  });

  it('names the words alone of a place that is one short run', () => {
    expect(linkTo(URL_, [{ from: 'Built in 1871' }])).toBe(`${URL_}#:~:text=Built%20in%201871`);
  });

  it('writes nothing that a browser or a platform would read as its own sign', () => {
    const link = linkTo(URL_, [{ from: 'A, B & C—', to: '“well-known” *(D)* ~_é' }]);
    const [, text = ''] = link.split('#:~:text=');
    expect(text.split(',').map(decodeURIComponent)).toEqual(['A, B & C—', '“well-known” *(D)* ~_é']);
    expect(text).toMatch(/^[A-Za-z0-9%]+,[A-Za-z0-9%]+$/);
  });

  it('names several places, each once, the first one first', () => {
    const places = [{ from: 'two' }, { from: 'one' }, { from: 'two' }];
    expect(linkTo(URL_, places)).toBe(`${URL_}#:~:text=two&text=one`);
  });

  it('keeps a fragment that the address has', () => {
    expect(linkTo(`${URL_}#part-2`, [{ from: 'one' }])).toBe(`${URL_}#part-2:~:text=one`);
  });

  it.each([URL_, `${URL_}#part-2`])('is the article’s address again where it is read aloud: %s', (url) => {
    expect(withoutFragment(linkTo(url, [{ from: 'one', to: 'two' }]))).toBe(url);
    expect(withoutFragment(url)).toBe(url);
  });

  it('stays an address that every program takes, whatever the letters', () => {
    const places = Array.from({ length: 9 }, (_, at) => ({ from: 'ж'.repeat(40 + at), to: '\ud800' }));
    const link = linkTo(URL_, places);
    expect(link).toContain(':~:text=');
    expect(link.length).toBeLessThanOrEqual(600);
  });
});
