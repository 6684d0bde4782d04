/** What a newcomer sees first. */
export const Start = ({ askMe }: { askMe(): void }) => (
  <div className="start">
    <p className="start-title">Know it, then prove it.</p>
    <p>
      Take a question and answer it in either window: the result comes with the article, the date and the
      paragraph that prove it.
    </p>
    <button type="button" className="primary" onClick={askMe}>
      Ask me something
    </button>
  </div>
);
