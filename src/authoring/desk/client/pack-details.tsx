/** What the pack is called, and the sentence by which strangers learn what it is about. */
import { type FormEvent, useState } from 'react';
import { useDesk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { Input } from './inputs.tsx';

export function PackDetails({ close }: { close(): void }) {
  const { server, act } = useDesk();
  const { pack } = server;
  const [title, setTitle] = useState(pack.title);
  const [about, setAbout] = useState(pack.about ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refusal = await act.perform({ do: 'pack', hash: pack.hash, title, about });
    if (!refusal) close();
  };
  return (
    <Dialog label="About this pack" close={close}>
      <form className="entry-form" aria-label="About this pack" onSubmit={submit}>
        <h2>About this pack</h2>
        <Input label="What is it called?" value={title} isRequired change={setTitle} />
        <Input
          label="What is it about?"
          hint="A sentence for strangers. Empty: the program makes one of what is in it."
          placeholder={pack.shownAbout}
          value={about}
          change={setAbout}
        />
        <div className="buttons">
          <button type="submit" className="primary">
            Save
          </button>
          <button type="button" className="link" onClick={close}>
            Cancel
          </button>
        </div>
        <p className="lead">
          Its files lie in <code>{server.folder}</code>.
        </p>
      </form>
    </Dialog>
  );
}
