/** Files that came with a message, to be saved: they are in the page already, so that nothing is fetched. */
import { useEffect, useState } from 'react';
import type { ShownMessage } from '../wire.ts';

type Given = NonNullable<ShownMessage['files']>;

export const Files = ({ files }: { readonly files: Given }) =>
  files.length === 0 ? null : (
    <ul className="files" aria-label="Files">
      {files.map((file) => (
        <li key={file.name}>
          <Saved file={file} />
        </li>
      ))}
    </ul>
  );

function Saved({ file }: { readonly file: Given[number] }) {
  const { name, type, text } = file;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [type, text]);
  return (
    <a className="file" href={address} download={name}>
      Save {name} <span className="file-size">{sizeOf(text)}</span>
    </a>
  );
}

const sizeOf = (text: string): string => {
  const bytes = new Blob([text]).size;
  return bytes < 1_000 ? `${bytes} bytes` : `${Math.ceil(bytes / 1_000)} kB`;
};
