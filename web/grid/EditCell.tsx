import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Issue } from '../../engine/units';
import css from './grid.module.css';
import { type GridColumn, isNumeric } from './grid-column';
import { editText, writeCell } from './read-cell';

interface Props<Row> {
  readonly column: GridColumn<Row>;
  readonly row: Row;
  readonly place: string;
  readonly isHere: boolean;
  readonly isEditable: boolean;
  /** Null when not edited; else the first key typed, or nothing to edit what is there. */
  readonly editing: string | null;
  readonly refusal: string | null;
  readonly issue: Issue | undefined;
  readonly onFocus: () => void;
  readonly onPick: (() => void) | undefined;
  readonly commit: (text: string, then: 'down' | 'right' | 'left' | 'stay') => void;
  readonly leave: () => void;
}

/** A cell of the editable table: its value, or the field that changes it. */
export function EditCell<Row>(props: Props<Row>) {
  const { column, row, place, isHere, isEditable, editing, issue, onFocus, onPick } = props;
  const value = column.get(row);
  const shown =
    column.kind === 'shown' && column.render ? column.render(row) : (column.text?.(row) ?? writeCell(column, value));
  const common = {
    'data-place': place,
    'data-numeric': isNumeric(column) || undefined,
    'data-fixed': !isEditable || undefined,
    'aria-readonly': !isEditable,
    'aria-invalid': issue !== undefined || undefined,
    title: issue ? `found ${issue.found}; allowed: ${issue.allowed}` : undefined,
    tabIndex: isHere ? 0 : -1,
    onFocus,
  };
  if (editing !== null) {
    return (
      <td className={css.editing} data-numeric={isNumeric(column) || undefined}>
        <Field {...props} first={editing} start={editing === '' ? editText(column, value) : editing} />
      </td>
    );
  }
  return (
    <td {...common} className={css.cell}>
      {onPick ? (
        <button type="button" className={css.pick} tabIndex={-1} onClick={onPick}>
          {shown}
        </button>
      ) : (
        shown
      )}
    </td>
  );
}

function Field<Row>(props: Props<Row> & { readonly first: string; readonly start: string }) {
  const { column, refusal, commit, leave } = props;
  const [text, setText] = useState(props.start);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (props.first === '' && field.current instanceof HTMLInputElement) field.current.select();
  }, [props.first]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      isOver.current = true;
      leave();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      commit(text, 'down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      commit(text, event.shiftKey ? 'left' : 'right');
    }
  };
  const shared = {
    ref: field,
    value: text,
    'aria-label': column.label,
    'aria-invalid': refusal !== null || undefined,
    className: css.field,
    onKeyDown,
    onBlur: () => {
      if (!isOver.current) commit(text, 'stay');
    },
  };
  if (column.kind === 'choice') {
    return (
      <select
        {...shared}
        onChange={(event) => {
          isOver.current = true;
          setText(event.target.value);
          commit(event.target.value, 'stay');
        }}
      >
        {column.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      inputMode={isNumeric(column) ? 'decimal' : 'text'}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
