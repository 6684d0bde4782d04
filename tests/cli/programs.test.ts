/** The small programs that the README names, run as a person runs them. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/registry.ts';
import { startDiscordServer } from '../fakes/discord-server.ts';
import { runCli } from '../program.ts';

const run = (program: string, env: Record<string, string> = {}) => runCli(program, [], { env });

describe('npm run -s manifest', () => {
  it('prints a manifest to paste, with every command', async () => {
    const { code, out } = await run('manifest');
    expect(code).toBe(0);
    const listed = JSON.parse(out).features.slash_commands.map(({ command }: { command: string }) => command);
    expect(listed).toEqual(commands.map(({ name }) => `/${name}`));
  });
});

describe('npm run register', () => {
  it('shows what is new, registers it, prints the invite link, and finds nothing to do the second time', async () => {
    const discord = await startDiscordServer();
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const first = await run('register', env);
    expect(first.code).toBe(0);
    for (const { name } of commands) expect(first.out).toContain(`+ /${name}\n`);
    expect(first.out).toContain(`https://discord.com/oauth2/authorize?client_id=${discord.applicationId}`);
    const second = await run('register', env);
    expect(second.out).not.toMatch(/^[+~-]/m);
    expect(second.out).toContain('= /quiz\n');
    await discord.close();
  });

  it('says which setting is missing, or refused, without showing it', async () => {
    const missing = await run('register');
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('DISCORD_TOKEN is missing');
    const discord = await startDiscordServer();
    const wrong = 'wrong.token.that-nobody-should-see';
    const refused = await run('register', { DISCORD_TOKEN: wrong, DISCORD_API_URL: discord.apiUrl });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('DISCORD_TOKEN');
    expect(refused.err).not.toContain(wrong);
    await discord.close();
  });
});
