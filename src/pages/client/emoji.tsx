/** The few emoji that the renderers write, as pictures: the platforms draw their own too, and not every reader has a font. */
import type { ReactNode } from 'react';

const PICTURES: Readonly<Record<string, ReactNode>> = {
  '🧾': (
    <>
      <path d="M4 1.5h12v17l-2-1.6-2 1.6-2-1.6-2 1.6-2-1.6-2 1.6z" fill="#f4f1ea" stroke="#8d8778" />
      <path d="M6.5 5.5h7M6.5 8.5h7M6.5 11.5h4" stroke="#8d8778" strokeWidth="1.3" strokeLinecap="round" />
    </>
  ),
  '✅': (
    <>
      <rect x="1.5" y="1.5" width="17" height="17" rx="4" fill="#2f8f4e" />
      <path
        d="m5.5 10.5 3 3 6-7"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  '⚠️': (
    <>
      <path d="M10 2 19 17.5H1z" fill="#f0b429" strokeLinejoin="round" />
      <path d="M10 7.5v5M10 15v.2" stroke="#3d2c00" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  '✗': <path d="m5 5 10 10M15 5 5 15" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
};

const ANY = new RegExp(`(${Object.keys(PICTURES).join('|')})`);

export const withEmoji = (text: string): ReactNode[] =>
  text.split(ANY).map((part, at) =>
    PICTURES[part] === undefined ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no ids
      <svg key={at} className="emoji" viewBox="0 0 20 20" role="img" aria-label={part}>
        {PICTURES[part]}
      </svg>
    ),
  );
