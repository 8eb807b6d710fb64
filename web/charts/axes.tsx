interface Plot {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line across the plot at each tick of the upright axis, with its number before it. */
export function GridLines(props: {
  readonly plot: Plot;
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
}) {
  const { plot, ticks } = props;
  return ticks.map((tick) => (
    <g key={tick.y}>
      <line className="chart-grid" x1={plot.left} x2={plot.right} y1={tick.y} y2={tick.y} />
      <text className="chart-tick" x={plot.left - 6} y={tick.y} dy="0.32em" textAnchor="end">
        {tick.label}
      </text>
    </g>
  ));
}

/** The lower axis of a plot over numbers, with its ticks. */
export function NumberAxis(props: {
  readonly plot: Plot;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}) {
  const { plot, ticks } = props;
  return (
    <>
      <line className="chart-axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {ticks.map((tick) => (
        <g key={tick.x}>
          <line className="chart-axis" x1={tick.x} x2={tick.x} y1={plot.bottom} y2={plot.bottom + 4} />
          <text className="chart-tick" x={tick.x} y={plot.bottom + 16} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
    </>
  );
}
