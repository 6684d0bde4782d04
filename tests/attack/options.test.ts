/** What may be typed after `npm run attack --`, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { WrongOption } from '../command-line.ts';
import { readOptions } from './options.ts';

const read = (line: string) => readOptions(line.split(' ').filter(Boolean), () => undefined);

describe('the command line of an attack', () => {
  it('means twenty thousand payloads for each face', () => {
    expect(read('')).toMatchObject({ payloads: 20_000, faces: ['discord', 'slack', 'page'], isShort: false });
    expect(read('--payloads 5 --face page --short --only H1,M3')).toMatchObject({
      ...{ payloads: 5, faces: ['page'], isShort: true },
      only: ['H1', 'M3'],
    });
  });

  it.each(['--payloads many', '--face irc', '--seed -1', '--only H99', '--payload 3', 'discord'])(
    'answers “%s” with one line that names what is wrong',
    (line) => {
      expect(() => read(line)).toThrow(WrongOption);
      expect(() => read(line)).toThrow(line.split(' ')[0]);
    },
  );
});
