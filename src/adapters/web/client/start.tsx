/** One press to a first question. What it is about is said as long as the channel is empty. */

interface StartProps {
  readonly isEmpty: boolean;
  ask(): void;
}

export const Start = ({ isEmpty, ask }: StartProps) => (
  <section className={isEmpty ? 'start start-empty' : 'start'} aria-label="Start">
    {isEmpty ? (
      <>
        <p className="start-title">Know it, then prove it.</p>
        <p>
          Answer in secret. At the reveal all see who knew it, and the very paragraph that proves it. Alone?
          Switch from person to person and play them all.
        </p>
      </>
    ) : null}
    <button type="button" className="primary" onClick={ask}>
      Ask me something
    </button>
  </section>
);
