/** Raw interaction payloads, as the gateway sends them. */

/** Who does it and where. What is left out is a member without special rights in the fake's own channel. */
export interface Doer {
  readonly user: string;
  /** Null for a private talk with the bot. */
  readonly guild?: string | null;
  readonly channel?: string;
  /** The person's rights, as Discord counts them. */
  readonly permissions?: bigint;
  /** The bot's rights in the channel. */
  readonly appPermissions?: bigint;
  /** 0 a text channel, 11 a thread. */
  readonly channelType?: number;
  /** Whether the server added the bot or only this person did. */
  readonly addedBy?: 'server' | 'person';
  /** The bot's acknowledgement comes too late. */
  readonly expired?: boolean;
}

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export interface Typed {
  readonly name: string;
  readonly subcommand?: string;
  readonly options?: OptionValues;
}

interface Frame {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guild: string | null;
  readonly channel: string;
}

const EVERYDAY = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 38n);

/** What every interaction carries. */
export function surroundings(doer: Doer, { id, token, applicationId, guild, channel }: Frame): object {
  const user = {
    id: doer.user,
    username: `user-${doer.user}`,
    discriminator: '0',
    avatar: null,
    global_name: null,
  };
  const inGuild = {
    guild_id: guild,
    member: { user, roles: [], permissions: String(doer.permissions ?? EVERYDAY) },
  };
  const owners = doer.addedBy === 'person' ? { '1': doer.user } : { '0': guild ?? '0' };
  return {
    id,
    token,
    application_id: applicationId,
    version: 1,
    channel_id: channel,
    channel: { id: channel, type: doer.channelType ?? (guild === null ? 1 : 0) },
    ...(guild === null ? { user } : inGuild),
    app_permissions: String(doer.appPermissions ?? EVERYDAY),
    authorizing_integration_owners: owners,
    context: guild === null ? 1 : 0,
    locale: 'en-GB',
    guild_locale: 'en-US',
    entitlements: [],
    attachment_size_limit: 20_971_520,
  };
}

const TYPE = { string: 3, number: 4, boolean: 5 } as const;

export function commandData({ name, subcommand, options = {} }: Typed, focused?: string): object {
  const given = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: TYPE[typeof value as keyof typeof TYPE],
    value,
    ...(option === focused ? { focused: true } : {}),
  }));
  return {
    id: '901',
    type: 1,
    name,
    options: subcommand === undefined ? given : [{ name: subcommand, type: 1, options: given }],
  };
}
