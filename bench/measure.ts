/** Milliseconds of `runs` calls after `warmups` that are not counted, sorted. */
export async function times(run: () => Promise<unknown>, runs = 20, warmups = 5): Promise<number[]> {
  const measured: number[] = [];
  for (let index = 0; index < warmups + runs; index++) {
    const start = performance.now();
    await run();
    if (index >= warmups) measured.push(performance.now() - start);
  }
  return measured.sort((a, b) => a - b);
}

export function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Prints rows as a table with aligned columns. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  process.stdout.write(
    `\n${title}\n${line(header)}\n${widths.map((width) => "─".repeat(width)).join("  ")}\n${rows.map(line).join("\n")}\n`,
  );
}

export const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
export const ratio = (value: number, floor: number) => `${(value / floor).toFixed(1)} ×`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
