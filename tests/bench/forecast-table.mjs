/** Rows of a plain CSV text as objects. */
export function table(text) {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

/** Prints lines of cells in columns. */
export function printColumns(lines) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    );
}

export function mean(values) {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

export function percent(share) {
  return `${(100 * Number(share)).toFixed(1)} %`;
}
