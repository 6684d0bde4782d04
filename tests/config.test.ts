import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig, settingNames } from '../src/config.ts';

const example = readFileSync('.env.example', 'utf8');
const lines = example.split('\n').filter((line) => /^[A-Z_]+=/.test(line));

describe('the settings', () => {
  it('need nothing at all: without tokens the page runs alone', () => {
    const outcome = parseConfig({});
    expect(outcome).toMatchObject({
      ok: true,
      config: { discord: undefined, slack: undefined, port: 3000, host: '127.0.0.1' },
    });
  });

  it('in .env.example are those that the program reads, each with an explanation', () => {
    expect(lines.map((line) => line.split('=')[0]).toSorted()).toEqual(settingNames.toSorted());
    for (const line of lines)
      expect(example).toMatch(new RegExp(`# .+\\n${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  });

  it('in .env.example are in order as they stand there, and mean the same as none', () => {
    const copied = Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2)));
    expect(parseConfig(copied)).toEqual(parseConfig({}));
  });

  it('with mistakes are all reported at once, by name and without their values', () => {
    const outcome = parseConfig({
      DISCORD_TOKEN: 'shorttoken',
      SLACK_BOT_TOKEN: 'xapp-secret-in-the-wrong-place',
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      DISCORD_API_URL: 'ftp://example.org',
    });
    if (outcome.ok) throw new Error('taken');
    const text = outcome.problems.join('\n');
    for (const name of ['DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'PORT', 'LOG_LEVEL', 'DISCORD_API_URL'])
      expect(text).toContain(name);
    expect(text).not.toMatch(/shorttoken|xapp-secret|eighty|loud/);
  });

  it.each([
    'mysql://me:hidden-word@db/receipts',
    'me:hidden-word@db/receipts',
    'postgres://me:hidden#word@db/receipts',
    'db.example.org',
  ])('take no database address that PostgreSQL would not, and do not repeat it: %s', (url) => {
    const outcome = parseConfig({ DATABASE_URL: url });
    if (outcome.ok) throw new Error('taken');
    expect(outcome.problems).toEqual([expect.stringMatching(/^DATABASE_URL .*postgres:\/\/user:password@/)]);
    expect(outcome.problems.join()).not.toMatch(/hidden|example\.org/);
  });

  it('take a database address, whose password is a secret however it is written', () => {
    const url = 'postgresql://me:p%40ss-word@db.example.org:5433/receipts?sslmode=verify-full';
    const outcome = parseConfig({ DATABASE_URL: url });
    expect(outcome).toMatchObject({
      config: { databaseUrl: url, secrets: [url, 'p%40ss-word', 'p@ss-word'] },
    });
    const inQuery = parseConfig({ DATABASE_URL: 'postgres:///receipts?host=/run&password=hidden-word' });
    expect(inQuery).toMatchObject({ config: { secrets: expect.arrayContaining(['hidden-word']) } });
  });

  it('strike nothing but the address where there is no password', () => {
    const url = 'postgres://me@db/receipts';
    expect(parseConfig({ DATABASE_URL: url })).toMatchObject({ config: { secrets: [url] } });
  });

  it.each([
    ['https://trivia.example/', 'https://trivia.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://example.org/trivia/', 'https://example.org/trivia'],
  ])('take the page’s address: %s', (url, expected) => {
    expect(parseConfig({ PUBLIC_URL: url })).toMatchObject({ config: { publicUrl: expected } });
  });

  it.each([
    'trivia.example',
    'ftp://trivia.example',
    'https://me:pw@trivia.example',
    'https://x.example/?a=b',
    'https://',
  ])('take no other as the page’s address: %s', (url) => {
    expect(parseConfig({ PUBLIC_URL: url })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^PUBLIC_URL /)],
    });
  });

  it('keep the page’s secret out of every log line, and take none that is short', () => {
    const secret = 'twelve signs';
    expect(parseConfig({ PAGE_SECRET: ` ${secret} ` })).toMatchObject({
      config: { page: { isOn: true, secret }, secrets: expect.arrayContaining([secret]) },
    });
    for (const short of ['eleven sign', '            x'])
      expect(parseConfig({ PAGE_SECRET: short })).toMatchObject({
        ok: false,
        problems: [expect.stringContaining('PAGE_SECRET is too short')],
      });
    expect(parseConfig({ PAGE: 'no' })).toMatchObject({
      ok: false,
      problems: ['PAGE is neither on nor off'],
    });
  });

  it('send an address that stands in the wrong setting to the right one', () => {
    const outcome = parseConfig({ DATABASE_PATH: 'postgres://me:hidden-word@db/receipts' });
    expect(outcome).toMatchObject({ ok: false, problems: [expect.stringContaining('DATABASE_URL')] });
    expect(JSON.stringify(outcome)).not.toContain('hidden-word');
  });

  it.each([
    ['xapp-x', /too short/],
    ['xapp-1 A2 345678', /a space in it/],
    ['xoxb-12345678', /begins with xapp-$/],
  ])('says of the token “%s” what is wrong with it', (token, words) => {
    const outcome = parseConfig({ SLACK_BOT_TOKEN: 'xoxb-12345678', SLACK_APP_TOKEN: token });
    expect(outcome).toMatchObject({ problems: [expect.stringMatching(words)] });
    expect(JSON.stringify(outcome)).not.toContain(token);
  });

  it('say which Slack token is missing where only one is given', () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: 'xoxb-12345678' })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('SLACK_APP_TOKEN is missing')],
    });
  });

  it('for the APIs lose a slash at their end, which the SDKs would double', () => {
    const outcome = parseConfig({
      DISCORD_TOKEN: 'x'.repeat(30),
      DISCORD_API_URL: 'http://127.0.0.1:9/api/',
    });
    expect(outcome).toMatchObject({ config: { discord: { apiUrl: 'http://127.0.0.1:9/api' } } });
  });
});
