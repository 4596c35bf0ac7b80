import { toNumber } from './numbers.js';
import type { Row, Table } from './result.js';

const width = 32;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for each side of each row, as a code block; beside each other side what part of it ours is. */
export function toBars({ rows, sides }: Table): string {
  if (sides.length < 2) return '';
  return ['```text', rows.map((row) => toRowBars(row, sides)).join('\n\n'), '```'].join('\n');
}

function toRowBars({ what, values }: Row, sides: readonly string[]): string {
  const [ours = ''] = sides;
  const most = Math.max(...Object.values(values).map(({ median }) => median));
  const names = Math.max(...sides.map(({ length }) => length));
  const lines = sides.flatMap((side) => {
    const spread = values[side];
    if (spread === undefined) return [];
    const bar = toBar(spread.median / most).padEnd(width);
    const ratio = (values[ours]?.median ?? Number.NaN) / spread.median;
    const beside = side === ours || !Number.isFinite(ratio) ? '' : `  × ${ratio.toFixed(2)}`;
    return [`  ${side.padEnd(names)} ${bar} ${toNumber(spread.median)}${beside}`];
  });
  return [what, ...lines].join('\n');
}

function toBar(share: number): string {
  const units = Math.max(1, Math.round((Number.isFinite(share) ? share : 0) * width * 8));
  return '█'.repeat(Math.floor(units / 8)) + (eighths[units % 8] ?? '');
}
