/** Times as the platforms' own clients show them: in the reader's zone and, where relative, moving on. */
import { createContext, use, useEffect, useState } from 'react';
import { relative } from '../../core/dates.ts';

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** The instant from which times are told, where a message is not shown as it stands now. */
export const SeenAt = createContext<number | undefined>(undefined);

/** `style` is a letter of Discord's timestamps; R is relative and moves on. */
export function Moment({ seconds, style }: { seconds: number; style: string }) {
  const clock = useNow(style === 'R');
  const now = use(SeenAt) ?? clock;
  const at = new Date(seconds * 1000);
  const text = style === 'R' ? relative(at.getTime() - now) : absolute(at, STYLES[style] ?? STYLES.f);
  return (
    <time dateTime={at.toISOString()} title={absolute(at, STYLES.F)}>
      {text}
    </time>
  );
}

export const timeOfDay = (at: number): string => absolute(new Date(at), STYLES.t);

/** Slack's date tokens that our renderer writes, and their relatives. */
export const slackDate = (seconds: number, format: string, now: number): string =>
  format.replace(/\{(\w+)\}/g, (token, name: string) => {
    const at = new Date(seconds * 1000);
    const days = dayNumber(at) - dayNumber(new Date(now));
    const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[days];
    if (name.endsWith('_pretty') && near) return near;
    if (name.startsWith('time')) return absolute(at, STYLES[name === 'time_secs' ? 'T' : 't']);
    if (name === 'ago') return relative(at.getTime() - now);
    if (!name.startsWith('date')) return token;
    return absolute(at, {
      dateStyle: name.includes('long') ? 'full' : name.includes('short') ? 'medium' : 'long',
    });
  });

const absolute = (at: Date, options?: Intl.DateTimeFormatOptions): string =>
  at.toLocaleString('en-GB', options);

const dayNumber = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;

function useNow(moves: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!moves) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moves]);
  return now;
}
