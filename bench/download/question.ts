import { toSpread } from '../harness/statistics.js';
import type { Aim, Extent, Findings, Question, Row, Table } from '../harness/result.js';
import {
  bundlerNames,
  measureDownload,
  measureStyles,
  type BundlerName,
  type Bytes,
  type Download,
} from './measure.js';
import { measuredPackages, ours } from './packages.js';

type Downloads = ReadonlyMap<BundlerName, ReadonlyMap<string, Download>>;

export const question: Question = {
  title:
    'What does a page download before the first account shows, and until an integration is on?',
  method:
    'Each package is bundled by each bundler in its production mode, with the same three packages outside (`react`, `react-dom`, `@tanstack/react-query`), and its files are compressed one by one. The first load is what the page imports at once; the whole activation adds what turning an integration on loads later (of peers: everything that they load later). Styles that come in the JavaScript count there.',
  measure,
};

async function measure({ isQuick }: Extent): Promise<Findings> {
  const names: readonly BundlerName[] = isQuick ? ['Vite', 'esbuild'] : bundlerNames;
  const notes: string[] = [];
  const downloads = new Map<BundlerName, Map<string, Download>>();
  for (const bundler of names) {
    const byPackage = new Map<string, Download>();
    downloads.set(bundler, byPackage);
    for (const measured of measuredPackages) {
      try {
        byPackage.set(measured.name, await measureDownload(bundler, measured));
      } catch (error) {
        notes.push(`Missing: ${bundler} does not bundle ${measured.name}: ${toFirstLine(error)}`);
      }
    }
  }
  const tables = [
    toTable('First load, gzip', downloads, ({ first }) => first.gzip),
    toTable('First load, brotli', downloads, ({ first }) => first.brotli),
    toTable('Whole activation, gzip', downloads, ({ activation }) => activation.gzip),
    toTable('Whole activation, brotli', downloads, ({ activation }) => activation.brotli),
    await toStylesTable(),
  ];
  return { tables, aims: toAims(downloads), notes };
}

const sides = measuredPackages.map(({ name }) => name);

function toTable(title: string, downloads: Downloads, pick: (each: Download) => number): Table {
  const rows = [...downloads].map(([what, byPackage]): Row => ({
    what,
    values: Object.fromEntries(
      [...byPackage].map(([name, download]) => [name, toSpread([pick(download) / 1000])]),
    ),
  }));
  return { title, unit: 'kB', better: 'less', sides, rows };
}

async function toStylesTable(): Promise<Table> {
  const measured = await Promise.all(
    measuredPackages
      .filter(({ styles }) => styles !== undefined)
      .map(async (each): Promise<readonly [string, Bytes]> => [
        each.name,
        await measureStyles(each),
      ]),
  );
  const toRow = (what: keyof Bytes): Row => ({
    what,
    values: Object.fromEntries(
      measured.map(([name, bytes]) => [name, toSpread([bytes[what] / 1000])]),
    ),
  });
  const withStyles = measured.map(([name]) => name);
  return {
    title: 'Stylesheets',
    ...{ unit: 'kB', better: 'less', sides: withStyles },
    rows: [toRow('gzip'), toRow('brotli')],
  };
}

function toAims(downloads: Downloads): Aim[] {
  const bytesOfOurs = [...downloads].flatMap(([bundler, byPackage]) => {
    const download = byPackage.get(ours);
    return download === undefined ? [] : [{ bundler, download }];
  });
  return [
    toAim('first load, gzip', 27, bytesOfOurs, ({ first }) => first.gzip),
    toAim('whole activation, gzip', 60, bytesOfOurs, ({ activation }) => activation.gzip),
  ];
}

function toAim(
  what: string,
  most: number,
  all: readonly { readonly bundler: BundlerName; readonly download: Download }[],
  pick: (each: Download) => number,
): Aim {
  const sizes = all.map(({ bundler, download }) => ({ bundler, size: pick(download) / 1000 }));
  return {
    what,
    aim: `at most ${most} kB in every bundler`,
    measured: sizes.map(({ bundler, size }) => `${bundler} ${size.toFixed(1)}`).join(', '),
    isMet: sizes.length > 0 && sizes.every(({ size }) => size <= most),
  };
}

function toFirstLine(error: unknown): string {
  return String(error).split('\n', 1)[0] ?? '';
}
