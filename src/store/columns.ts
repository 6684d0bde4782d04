/** Between the core's values and columns: the shapes that several tables share. */
import { z } from 'zod';
import { type Place, type Player, placeOf, playerOf } from '../core/ids.ts';
import type { ShownQuestion } from '../core/ports/store.ts';
import type { PlaceColumns, PlayerColumns } from './tables.ts';

export const placeColumns = ({ platform, workspace, channel }: Place): PlaceColumns => ({
  platform,
  workspace,
  channel,
});

export const toPlace = (row: PlaceColumns): Place => placeOf(row.platform, row.workspace, row.channel);

export const playerColumns = ({ platform, workspace, user }: Player): PlayerColumns => ({
  player_platform: platform,
  player_workspace: workspace,
  player_user: user,
});

export const toPlayer = (row: PlayerColumns): Player =>
  playerOf(row.player_platform, row.player_workspace, row.player_user);

export const PLACE = ['platform', 'workspace', 'channel'] as const;
export const PLAYER = ['player_platform', 'player_workspace', 'player_user'] as const;

export const toFlag = (value: boolean): 0 | 1 => (value ? 1 : 0);

const Numbers = z.array(z.int());

export const toNumbers = (json: string): readonly number[] => Numbers.parse(JSON.parse(json));

/** What people type may hold the one character that PostgreSQL cannot keep; it shows nowhere, so it goes. */
export const keepable = (text: string): string => text.replaceAll('\0', '');

const Texts = z.array(z.string());

export const toTexts = (json: string): readonly string[] => Texts.parse(JSON.parse(json));

const Shown = z.object({ prompt: z.string(), options: z.array(z.string()), right: z.int() });

export const toShown = (json: string): ShownQuestion => Shown.parse(JSON.parse(json));
