import type { Figures } from './figures.js';

interface Column {
  title: string;
  cell(native: Figures, boxless: Figures): string;
}

const COLUMNS: Column[] = [
  { title: 'job', cell: (native) => native.job },
  { title: 'items', cell: (native) => native.items.toLocaleString('en') },
  { title: 'native', cell: (native) => nanoseconds(native.nsPerItem) },
  { title: 'boxless', cell: (_, boxless) => nanoseconds(boxless.nsPerItem) },
  { title: 'ratio', cell: (native, boxless) => `${(native.nsPerItem / boxless.nsPerItem).toFixed(1)}x` },
  { title: 'by hand', cell: (_, { byHandNsPerItem: ns }) => (ns === null ? '-' : nanoseconds(ns)) },
  { title: 'native', cell: (native) => bytes(native.bytesPerItem) },
  { title: 'boxless', cell: (_, boxless) => bytes(boxless.bytesPerItem) },
  { title: 'native', cell: (native) => native.gcMsPerRun.toFixed(1) },
  { title: 'boxless', cell: (_, boxless) => boxless.gcMsPerRun.toFixed(1) },
];
/** Title and number of columns of each group, in the order of COLUMNS. */
const GROUPS: [string, number][] = [['', 2], ['ns per item', 4], ['bytes per item', 2], ['GC ms per run', 2]];
const GAP = '  ';

/** The comparison as text: one line per job, native beside boxless. */
export function comparison(native: Figures[], boxless: Figures[]): string {
  const cells = native.map((figures, i) => COLUMNS.map((column) => column.cell(figures, boxless[i])));
  const rows = [COLUMNS.map((column) => column.title), ...cells];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const lines = rows.map((row) => row
    .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
    .join(GAP));
  const rule = '-'.repeat(lines[0].length);
  return [groupTitles(widths), lines[0], rule, ...lines.slice(1)].join('\n');
}

function groupTitles(widths: number[]): string {
  let first = 0;
  const titles = GROUPS.map(([title, columns]) => {
    const group = widths.slice(first, first + columns);
    first += columns;
    return title.padStart(group.reduce((sum, width) => sum + width, GAP.length * (columns - 1)));
  });
  return titles.join(GAP).trimEnd();
}

/** Two digits that mean something: below 10 ns the tenth counts. */
function nanoseconds(ns: number): string {
  return ns.toFixed(ns < 10 ? 1 : 0);
}

function bytes(perItem: number | null): string {
  return perItem === null ? '-' : String(Math.round(perItem));
}
