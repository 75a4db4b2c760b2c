import { styleText } from 'node:util';

/** Rows as aligned columns; numbers to the right. The head is bold when `colour` is on. */
export function table(head: string[], rows: (string | number)[][], colour: boolean): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const numeric = head.map((title, column) =>
    typeof rows[0]?.[column] === 'number' ? title.padStart(widths[column] ?? 0) : title,
  );
  const top = line(numeric);
  return [colour ? styleText('bold', top, { validateStream: false }) : top, ...rows.map(line)];
}
