/** Which rows are one person's: the one rule that showing, deleting and hiding go by. */
import type { Account, Player } from '../ids.ts';
import type { Accounts } from '../ports/platform.ts';

/** `accounts`: what the player's platform promises of its ids. */
export const accountOf = ({ platform, workspace, user }: Player, accounts: Accounts): Account => ({
  ...{ platform, user },
  workspace: accounts === 'everywhere' ? undefined : workspace,
});
