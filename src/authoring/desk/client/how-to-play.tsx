/** The page writes a pack; the bot plays it, and is started elsewhere. */
export const HowToPlay = () => (
  <p className="lead">
    To play it, type <code>npm start -- --pack FOLDER</code> where you started this, with the folder of the
    pack in place of FOLDER.
  </p>
);
