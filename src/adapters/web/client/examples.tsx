/** What one could say, as the lines of a receipt. */

interface ExamplesProps {
  /** Somebody or something that this bot has facts on; empty where nobody says. */
  readonly about: string;
  /** One of several packs; empty where there is one. */
  readonly pack: string;
  say(text: string): void;
}

const examplesOf = ({ about, pack }: Pick<ExamplesProps, 'about' | 'pack'>) =>
  [
    ['/quiz', 'a question'],
    ['/quiz 3', 'three in a row'],
    ['/quiz private', 'just for you'],
    ['/fact', 'any fact'],
    ...(about === '' ? [] : [[`/fact ${about}`, 'about that'] as const]),
    ...(pack === ''
      ? []
      : [[`/quiz pack: ${pack}`, 'of that pack'] as const, ['/packs', 'all packs'] as const]),
    ['/leaderboard', 'who leads'],
    ['/sources', 'the articles'],
    ['/help', 'everything else'],
  ] as const;

export const Examples = ({ say, ...known }: ExamplesProps) => (
  <ul className="examples" aria-label="Examples">
    {examplesOf(known).map(([line, what]) => (
      <li key={line}>
        <button type="button" onClick={() => say(line)}>
          <code>{line}</code>
          <span className="leader" aria-hidden="true" />
          <span className="what">{what}</span>
        </button>
      </li>
    ))}
  </ul>
);
