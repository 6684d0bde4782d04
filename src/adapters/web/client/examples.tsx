/** What one could say, as the lines of a receipt. */

const EXAMPLES = [
  ['/quiz', 'a question'],
  ['/quiz 3', 'three in a row'],
  ['/quiz private', 'just for you'],
  ['/fact', 'any fact'],
  ['/fact about: Ivanka Trump', 'a person'],
  ['/leaderboard', 'who leads'],
  ['/sources', 'the articles'],
  ['/help', 'everything else'],
] as const;

export const Examples = ({ say }: { say(text: string): void }) => (
  <ul className="examples" aria-label="Examples">
    {EXAMPLES.map(([line, what]) => (
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
