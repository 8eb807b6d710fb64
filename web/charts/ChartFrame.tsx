import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { download } from '../format';
import './charts.css';
import { ChartTableView } from './ChartTableView';
import type { ChartSize, ChartTable } from './chart-types';
import { type DownloadKind, DownloadMenu } from './DownloadMenu';
import { pngOf } from './png';
import { sizeOf, svgText } from './svg-text';
import { tableCsv } from './table-csv';
import { useWidth } from './use-width';

interface Props {
  readonly title: string;
  /** One sentence: what is shown, of what, and how to read it. */
  readonly description: string;
  /** The same figures as a table; a function is only called when somebody looks or downloads. */
  readonly table: ChartTable | (() => ChartTable);
  /** Height of the plot in pixels; of its width for what keeps its shape, such as a map. */
  readonly height?: number | ((width: number) => number) | undefined;
  /** Level of the title among the screen's headings. */
  readonly order?: 2 | 3 | 4 | undefined;
  /** Buttons and switches that belong to this chart. */
  readonly actions?: ReactNode;
  /** Source and method below the chart. */
  readonly footnote?: ReactNode;
  /** A newer answer is on its way: the old one dims and stays. */
  readonly stale?: boolean | undefined;
  /** For charts that aren't drawn as SVG: the SVG file on demand. */
  readonly toSvg?: (() => SVGSVGElement | null) | undefined;
  readonly children: (size: ChartSize) => ReactNode;
}

/**
 * What every chart comes with: title, description, table twin, and downloads as PNG, SVG and CSV.
 *
 * @example <ChartFrame title="Contacts a day" description="…" table={table}>{(size) => <LineChart data={data} size={size} title="Contacts a day" />}</ChartFrame>
 */
export function ChartFrame(props: Props) {
  const { title, description, order = 3, stale = false } = props;
  const [asTable, setAsTable] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [box, width] = useWidth<HTMLDivElement>();
  const height = typeof props.height === 'function' ? props.height(width) : (props.height ?? 260);
  // One object while nothing changes, so that a chart inside needn't be drawn again.
  const size = useMemo(() => ({ width, height }), [width, height]);
  const content = useRef<HTMLDivElement>(null);
  const id = useId();
  const Title = `h${order}` as const;

  const drawn = () => props.toSvg?.() ?? content.current?.querySelector<SVGSVGElement>('svg[data-chart]') ?? null;
  const save = async (kind: DownloadKind) => {
    setTrouble(null);
    try {
      if (kind === 'csv') {
        download(`\uFEFF${tableCsv(tableOf(props.table))}`, title, 'csv');
        return;
      }
      const svg = drawn();
      if (!svg) return;
      const text = svgText(svg, title);
      if (kind === 'svg') download(text, title, 'svg', 'image/svg+xml');
      else {
        const drawnSize = sizeOf(svg);
        download(await pngOf(text, drawnSize.width, drawnSize.height + 28), title, 'png');
      }
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : 'The file could not be made.');
    }
  };

  return (
    <section className="chart-frame" aria-labelledby={id} data-stale={stale || undefined} aria-busy={stale}>
      <header className="chart-head">
        <div className="chart-words">
          <Title id={id} className="chart-title">
            {title}
          </Title>
          <p className="chart-description">{description}</p>
        </div>
        <div className="chart-actions">
          {props.actions}
          <button type="button" className="chart-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
          </button>
          <DownloadMenu title={title} hasPicture={!asTable} onSave={save} />
        </div>
      </header>
      {trouble && <p role="alert">{trouble}</p>}
      <div ref={box} className="chart-box">
        <div ref={content} className="chart-content" style={{ minHeight: height }}>
          {asTable ? (
            <Twin table={props.table} title={title} height={height + 30} />
          ) : (
            width > 0 && props.children(size)
          )}
        </div>
      </div>
      {props.footnote && <p className="chart-footnote">{props.footnote}</p>}
    </section>
  );
}

function Twin({
  table,
  title,
  height,
}: {
  readonly table: Props['table'];
  readonly title: string;
  readonly height: number;
}) {
  const rows = useMemo(() => tableOf(table), [table]);
  return <ChartTableView table={rows} title={title} height={height} />;
}

function tableOf(table: Props['table']): ChartTable {
  return typeof table === 'function' ? table() : table;
}
