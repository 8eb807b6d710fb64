import { Button, Textarea } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { useRef, useState } from 'react';
import { Icon } from '../../ui';
import css from './demand.module.css';

/** What was dropped, chosen or pasted. */
export interface ImportSource {
  readonly name: string;
  readonly input: Blob | string;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
}

/** The largest file that is read, as the engine states it. */
const MOST_BYTES = 1_000_000_000;

interface Props {
  readonly onSource: (source: ImportSource) => void;
  readonly busy: boolean;
}

/** Where a history comes in: a file dropped or chosen, or rows pasted from a spreadsheet. */
export function ImportDrop({ onSource, busy }: Props) {
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const take = (files: readonly File[]) => {
    // So that the same file can be chosen again after it was mended.
    const input = box.current?.querySelector<HTMLInputElement>('input[type=file]');
    if (input) input.value = '';
    const [file, ...more] = files;
    if (!file) return;
    setTrouble(more.length > 0 ? `One file at a time: ${file.name} is read, the others are left.` : null);
    onSource({ name: file.name, input: file });
  };
  return (
    <div ref={box}>
      <Dropzone
        className={css.drop}
        onDrop={take}
        onReject={(refused) =>
          setTrouble(refused.map(({ file, errors }) => `${file.name}: ${errors[0]?.message}`).join('; '))
        }
        maxSize={MOST_BYTES}
        loading={busy}
        inputProps={{ 'aria-label': 'A file of contact counts (CSV or Excel)' }}
      >
        <div className={css.dropWords}>
          <Icon name="folder" size={22} />
          <span>
            <strong>Drop a CSV or Excel file here</strong>, or press Enter to choose one. Exports of Amazon Connect,
            Genesys Cloud, NICE CXone, Avaya CMS and Zendesk are known; of other tables a time and a count are enough.
            Nothing leaves this computer, and nothing is kept before you say so.
          </span>
        </div>
      </Dropzone>
      {trouble && (
        <p role="alert" className={css.trouble}>
          {trouble}
        </p>
      )}
      <Button size="compact-xs" variant="subtle" mt={6} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
        {pasting ? 'No pasting' : 'Paste from a spreadsheet'}
      </Button>
      {pasting && (
        <form
          className={css.paste}
          onSubmit={(event) => {
            event.preventDefault();
            onSource({ name: 'pasted rows', input: text });
          }}
        >
          <Textarea
            label="Rows with their heading"
            placeholder={'date\tcalls\n2026-01-05\t1240'}
            rows={5}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" disabled={text.trim() === ''}>
            Read these rows
          </Button>
        </form>
      )}
    </div>
  );
}
