import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Issue } from '../../engine/units';
import { observeSize, scrollWhenAway } from '../ui';
import { EditCell } from './EditCell';
import css from './grid.module.css';
import { type GridColumn, isNumeric } from './grid-column';
import { type CellChange, readBlock } from './read-block';
import { readCell } from './read-cell';

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Changes made in one go: one of a cell, many of a paste. */
  readonly onChange: (changes: readonly CellChange<Row>[]) => void;
  /** What the plan's check found in row `index`; a path inside the entry. */
  readonly issueAt?: ((index: number, path: string) => Issue | undefined) | undefined;
  readonly picked?: string | null | undefined;
  readonly onPick?: ((key: string) => void) | undefined;
  readonly maxHeight?: number | undefined;
}

const ROW = 31;

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * A table edited like a spreadsheet: arrows move, Enter, F2 or typing edits, Escape leaves, Tab goes on, blocks are
 * pasted. Only the rows in sight are drawn.
 */
export function EditTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, onChange, issueAt, picked = null, onPick, maxHeight = 560 } = props;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 800, height: 480 },
    observeElementRect: observeSize,
    scrollToFn: scrollWhenAway,
  });
  const width = useMemo(() => columns.reduce((sum, column) => sum + column.width, 0), [columns]);
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const isHeld = useRef(false);
  /** Whether the pointer went down on the cell that had the focus. */
  const wasHere = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the place alone
  useEffect(() => {
    if (!isHeld.current || editing !== null) return;
    virtual.scrollToIndex(at.row);
    const focus = () => box.current?.querySelector<HTMLElement>(`[data-place="${at.row},${at.column}"]`)?.focus();
    focus();
    requestAnimationFrame(focus);
  }, [at, editing]);

  const move = (down: number, right: number) => {
    setAt((now) => ({
      row: Math.min(rows.length - 1, Math.max(0, now.row + down)),
      column: Math.min(columns.length - 1, Math.max(0, now.column + right)),
    }));
  };
  const canEdit = (row: Row, column: GridColumn<Row>) =>
    column.set !== undefined && column.kind !== 'shown' && !(column.isFixed?.(row) ?? false);

  const commit = (text: string, then: 'down' | 'right' | 'left' | 'stay') => {
    const column = columns[at.column];
    const row = rows[at.row];
    if (!column || row === undefined) return;
    const reading = readCell(column, text);
    if (!reading.ok) {
      setRefusal(reading.message);
      return;
    }
    setRefusal(null);
    setEditing(null);
    if (reading.value !== column.get(row)) onChange([{ index: at.row, column, value: reading.value }]);
    if (then === 'down') move(1, 0);
    if (then === 'right') move(0, 1);
    if (then === 'left') move(0, -1);
  };
  const leave = () => {
    setEditing(null);
    setRefusal(null);
  };

  /** A click on the cell that has the focus edits it; so does a double click on any. */
  const openAt = (event: MouseEvent, clicks: 1 | 2) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-place]') : null;
    const [index = -1, right = -1] = (cell?.dataset.place ?? '').split(',').map(Number);
    const row = rows[index];
    const column = columns[right];
    if (row === undefined || !column || !canEdit(row, column)) return;
    const isButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (clicks === 1 && (!wasHere.current || isButton)) return;
    isHeld.current = true;
    setAt({ row: index, column: right });
    setEditing('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null) return;
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-12, 0],
      PageDown: [12, 0],
      Home: [0, -columns.length],
      End: [0, columns.length],
    };
    const step = steps[event.key];
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      move(...step);
      return;
    }
    const column = columns[at.column];
    const row = rows[at.row];
    if (!column || row === undefined) return;
    if (event.key === ' ' && onPick && at.column === 0) {
      event.preventDefault();
      onPick(keyOf(row));
      return;
    }
    if (!canEdit(row, column)) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      setEditing('');
    } else if (
      event.key.length === 1 &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      column.kind !== 'choice'
    ) {
      event.preventDefault();
      setEditing(event.key);
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null) return;
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    event.preventDefault();
    const { changes, refused } = readBlock(text, at, rows, columns, canEdit);
    if (refused.length > 0) {
      setRefusal(
        `Nothing was pasted. ${refused.slice(0, 4).join('. ')}${refused.length > 4 ? ` … and ${refused.length - 4} more` : ''}.`,
      );
      return;
    }
    setRefusal(null);
    if (changes.length > 0) onChange(changes);
  };

  return (
    <div className={css.frame}>
      <div ref={box} className={css.box} style={{ maxHeight }}>
        <table
          className={css.grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a real table
          role="grid"
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onFocus={() => {
            isHeld.current = true;
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) isHeld.current = false;
          }}
          onPointerDown={(event) => {
            const cell = event.target instanceof Element ? event.target.closest('td[data-place]') : null;
            wasHere.current = cell !== null && cell === document.activeElement;
          }}
          onClick={(event) => openAt(event, 1)}
          onDoubleClick={(event) => openAt(event, 2)}
          aria-label={label}
          aria-rowcount={rows.length + 1}
          style={{ width, minWidth: '100%' }}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column.key} scope="col" title={column.hint} data-numeric={isNumeric(column) || undefined}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={before} />
            {items.map(({ index }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const key = keyOf(row);
              return (
                <tr key={key} aria-rowindex={index + 2} data-picked={picked === key || undefined}>
                  {columns.map((column, right) => {
                    const isHere = at.row === index && at.column === right;
                    return (
                      <EditCell
                        key={column.key}
                        column={column}
                        row={row}
                        place={`${index},${right}`}
                        isHere={isHere}
                        isEditable={canEdit(row, column)}
                        editing={isHere ? editing : null}
                        refusal={isHere ? refusal : null}
                        issue={issueAt?.(index, column.path)}
                        onFocus={() => {
                          if (!isHere) {
                            setAt({ row: index, column: right });
                            leave();
                          }
                        }}
                        onPick={right === 0 && onPick ? () => onPick(key) : undefined}
                        commit={commit}
                        leave={leave}
                      />
                    );
                  })}
                </tr>
              );
            })}
            <Spacer height={after} />
          </tbody>
        </table>
      </div>
      {refusal && (
        <p role="alert" className={css.refusal}>
          {refusal}
        </p>
      )}
    </div>
  );
}

/** The height of the rows that aren't drawn. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without cells takes no focus
  return <tr aria-hidden="true" style={{ height }} />;
}
