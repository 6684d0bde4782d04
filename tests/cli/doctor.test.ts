/** `npm run doctor`, as an operator runs it. */
import { describe, expect, it } from 'vitest';
import { startDiscordServer } from '../fakes/discord-server.ts';
import { programsForEachTest, ready } from '../program.ts';

const programs = programsForEachTest();
const doctor = (env: Record<string, string>) =>
  programs.start(env, process.execPath, '--disable-warning=ExperimentalWarning', 'src/cli/doctor.ts').exited;

describe('the doctor', () => {
  it('looks without any token, and beside a bot that runs', async () => {
    const alone = await doctor({});
    expect(alone.output).toMatch(/Packs\n {2}✓ \S+, version.*\n[\s\S]*All is well\.\n$/);
    expect(alone.code).toBe(0);
    const { printed, child } = programs.run({});
    const { port } = new URL(await printed(ready));
    const beside = await doctor({ PORT: port });
    expect(beside.output).toContain(`process ${child.pid} on `);
    expect(beside.output).toContain(`✓ the one at port ${port} says that it is ready`);
    expect(beside.code).toBe(0);
  });

  it('ends with 1 where something is wrong, says what to do, and shows no secret', async () => {
    const discord = await startDiscordServer();
    const secrets = {
      DISCORD_TOKEN: 'wrong.token.that-nobody-should-see',
      PAGE_SECRET: 'a secret of twenty-six signs',
      DATABASE_URL: 'postgres://bot:pass%20word-5@127.0.0.1:9/db',
    };
    const { code, output } = await doctor({ ...secrets, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(output).toMatch(/✗ LOG_LEVEL is not one of/);
    expect(output).toMatch(/✗ Discord does not accept DISCORD_TOKEN\n {6}→ Copy it from/);
    expect(output).toMatch(/✗ PostgreSQL at 127\.0\.0\.1:9\/db cannot be used/);
    for (const secret of [...Object.values(secrets), 'pass%20word-5', 'pass word-5'])
      expect(output).not.toContain(secret);
    await discord.close();
  });
});
