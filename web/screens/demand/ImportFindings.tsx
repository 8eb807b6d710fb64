import { Button } from '@mantine/core';
import type { ImportCorrections as Corrections, HistoryPreview } from '../../../engine/answers';
import css from './import.module.css';

interface Props {
  readonly understood: NonNullable<HistoryPreview['understood']>;
  readonly corrections: Corrections;
  /** The plan's own zone, into which times with another one can be turned. */
  readonly planZone: string;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** What was odd in the file and what was done about it, each with the other way a click away. */
export function ImportFindings({ understood, corrections, planZone, onCorrect }: Props) {
  const said = new Set(understood.findings.map(({ sentence }) => sentence));
  const notes = understood.notes.filter((note) => !said.has(note));
  const { writtenOffsets } = understood;
  const isForeign = writtenOffsets.length > 0 && corrections.zone === undefined;
  if (notes.length === 0 && understood.findings.length === 0 && !isForeign) return null;
  return (
    <ul className={css.findings} aria-label="Guesses and oddities">
      {isForeign && (
        <li>
          <span>
            Times state their offset ({writtenOffsets.slice(0, 3).join(', ')}) and are read as written: hours of the day
            are those of that clock, which need not be your customers’.
          </span>
          <Button size="compact-xs" variant="default" onClick={() => onCorrect({ ...corrections, zone: planZone })}>
            Turn into local time of {planZone}
          </Button>
        </li>
      )}
      {understood.findings.map((finding) => (
        <li key={finding.id}>
          <span>{finding.sentence}</span>
          {finding.choices.map(({ label, correction }) => (
            <Button
              key={label}
              size="compact-xs"
              variant="default"
              onClick={() => onCorrect({ ...corrections, ...correction })}
            >
              {label}
            </Button>
          ))}
        </li>
      ))}
      {notes.map((note) => (
        <li key={note}>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
