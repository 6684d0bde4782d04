/** `npm run -s manifest`: prints the manifest to paste when creating the Slack app. */
import { commands } from '../../commands/registry.ts';
import { toManifest } from '../adapters/slack/commands.ts';

process.stdout.write(`${JSON.stringify(toManifest(commands), null, 2)}\n`);
