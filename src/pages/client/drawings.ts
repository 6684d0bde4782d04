/** What draws the payloads of a face, by its name; one that nobody can draw has none. */
import type { ComponentType } from 'react';
import { DiscordDrawing } from './discord-message.tsx';
import type { DrawingProps } from './drawing.ts';
import { SlackDrawing } from './slack-message.tsx';

export const DRAWINGS: Readonly<Record<string, ComponentType<DrawingProps>>> = {
  discord: DiscordDrawing,
  slack: SlackDrawing,
};
