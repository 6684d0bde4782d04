/** What the desk is for, in a few sentences, and its keys. */
import { Dialog } from './dialog.tsx';
import { HowToPlay } from './how-to-play.tsx';

const KEYS: readonly (readonly [keys: string, what: string, where: string])[] = [
  ['Ctrl S or ⌘ S', 'Save what you are writing', 'anywhere'],
  ['↑ ↓', 'The paragraph before or after', 'on a paragraph’s number'],
  ['Home, End', 'The first or the last paragraph', 'on a paragraph’s number'],
  ['↑ ↓', 'The one before or after', 'on a fact, a question, what is listed or what there is to mend'],
  ['F', 'Write a fact', 'on a paragraph’s number'],
  ['Q', 'Write a question', 'on a fact'],
  ['C', 'Change it', 'on a fact, a question, a proposal or what is listed'],
  ['A', 'Accept it', 'on a draft or a proposal'],
  ['Delete', 'Throw it away', 'on a proposal'],
  ['P, Shift P', 'The next or the last proposal, in whatever paragraph', 'outside of fields'],
  ['N', 'Never ask it', 'on a question'],
  ['?', 'This list', 'outside of fields'],
];

export const Help = ({ close }: { close(): void }) => (
  <Dialog label="Help" close={close}>
    <h2>How it works</h2>
    <ol className="how">
      <li>Drop an article in. Its paragraphs get numbers.</li>
      <li>Choose a paragraph and write a fact, in your own words. The paragraph is its receipt.</li>
      <li>Write a question on the fact, with one right answer and up to three wrong ones.</li>
      <li>List whom facts are about, what happened, and where articles differ.</li>
      <li>See at the side how people will see it, and mend what is found.</li>
      <li>Look at the week. What you would not like to be asked, never ask.</li>
    </ol>
    <h2>Keys</h2>
    <table className="keys">
      <tbody>
        {KEYS.map(([keys, what, where]) => (
          <tr key={keys}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>
              {what} <span className="soft">{where}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="lead">
      Everything is kept in plain files in the pack’s folder. You can change them there too.
    </p>
    <HowToPlay />
  </Dialog>
);
