/** The event stream as bytes. What everybody is told is encoded once, however many read it and however slowly. */
import type { ServerEvent } from './wire.ts';

/** A whole event, as `EventSource` reads it. */
export type Frame = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const bytesOf = (text: string): Frame => encoder.encode(text);

export const frameOf = (event: ServerEvent): Frame => bytesOf(`data: ${JSON.stringify(event)}\n\n`);

export const HEARTBEAT: Frame = bytesOf(': still here\n\n');
