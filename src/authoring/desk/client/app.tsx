/** The whole desk: articles at the left, the text in the middle, how it looks at the right. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '../../../pages/client/theme.tsx';
import { AddArticle } from './add-article.tsx';
import { Article } from './article.tsx';
import { Articles } from './articles.tsx';
import { useBusy } from './busy.ts';
import { type Desk, DeskContext, useDesk, useDeskState } from './desk.ts';
import { LOOSE, type View } from './desk-state.ts';
import { Dialog } from './dialog.tsx';
import { FileProblems } from './file-problems.tsx';
import { Header } from './header.tsx';
import { Help } from './help.tsx';
import { useKeys } from './keys.ts';
import { Lists } from './lists.tsx';
import { type Look, LookContext } from './look.ts';
import { Mend } from './mend.tsx';
import { PreviewContext } from './notes.ts';
import { Announcer, ConnectionNotice, NoticeBar } from './notices.tsx';
import { PackDetails } from './pack-details.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { usePreview } from './use-preview.ts';
import { Week } from './week.tsx';

export function App({ icon, people }: Pick<Look, 'icon' | 'people'>) {
  const { server, ...state } = useDeskState();
  const themes = useTheme();
  const look = useMemo(() => ({ icon, people, theme: themes.theme }), [icon, people, themes.theme]);
  if (!server)
    return (
      <p className="beginning" role="status">
        {state.connection === 'lost' ? 'The program behind this page does not answer.' : 'Reading the pack …'}
      </p>
    );
  const desk: Desk = { ...state, server };
  return (
    <DeskContext value={desk}>
      <LookContext value={look}>
        <Page themes={themes} />
      </LookContext>
    </DeskContext>
  );
}

type Over = 'help' | 'add' | 'replace' | 'pack';

function Page({ themes }: { readonly themes: ReturnType<typeof useTheme> }) {
  const desk = useDesk();
  const { server, view, chosen } = desk;
  const [over, setOver] = useState<Over>();
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const preview = usePreview(desk);
  const isBusy = useBusy() !== undefined;
  const isEmpty = server.articles.length === 0 && chosen.article !== LOOSE;
  useKeys(desk, () => setOver('help'));
  useScrollOfEach(view);
  useDrops((files) => {
    setDropped(files);
    if (!isEmpty) setOver('add');
  });
  const close = () => {
    setOver(undefined);
    setDropped([]);
  };
  const addArticle = () => setOver('add');
  return (
    <PreviewContext value={preview}>
      <a className="skip" href="#text">
        Skip to the text
      </a>
      <Header themes={themes} help={() => setOver('help')} aboutPack={() => setOver('pack')} />
      <div className={isEmpty ? 'desk empty' : `desk desk-${view}`}>
        {isEmpty ? null : <Articles addArticle={addArticle} />}
        <main id="text" tabIndex={-1} aria-busy={isBusy}>
          <ConnectionNotice />
          <FileProblems />
          {isEmpty && view === 'write' ? (
            <AddArticle isFirst dropped={dropped} done={() => setDropped([])} />
          ) : null}
          {/* One comes back to it as one left it. */}
          <div hidden={view !== 'write'}>
            <Article replaceText={() => setOver('replace')} />
          </div>
          {view === 'lists' ? <Lists /> : null}
          {view === 'week' ? <Week /> : null}
          {view === 'mend' ? <Mend /> : null}
        </main>
        <div className="side">{isEmpty || view === 'week' || view === 'mend' ? null : <PreviewPane />}</div>
        <NoticeBar />
      </div>
      <Announcer preview={preview} />
      {over === 'help' ? <Help close={close} /> : null}
      {over === 'pack' ? <PackDetails close={close} /> : null}
      {over === 'add' || over === 'replace' ? (
        <Dialog label={over === 'replace' ? 'Put in a new text' : 'Add an article'} close={close}>
          <AddArticle
            dropped={dropped}
            replaces={over === 'replace' ? chosen.article : undefined}
            done={close}
          />
        </Dialog>
      ) : null}
    </PreviewContext>
  );
}

/** Each view is found again where it was scrolled to. */
function useScrollOfEach(view: View): void {
  const tops = useRef<Partial<Record<View, number>>>({});
  useLayoutEffect(() => {
    scrollTo({ top: tops.current[view] ?? 0, behavior: 'instant' });
    const keep = () => {
      tops.current[view] = scrollY;
    };
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [view]);
}

/** A file that is let go beside the place for it would otherwise take the place of the page. */
function useDrops(take: (files: readonly File[]) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  });
}
