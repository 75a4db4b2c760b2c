import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';

/** Page, margins and letter sizes as Nghị định 30/2020/NĐ-CP, phụ lục I, sets them. */
export const FONT = 'Times New Roman';

/** A4, in millimetres; the paper's long side stands. */
export const PAPER = { width: 210, height: 297 };
export const MARGIN = { top: 20, bottom: 20, left: 30, right: 20, header: 8 };

/** Word counts letters in half points. */
export const halfPoints = (points: number): number => 2 * points;
export const millimetres = convertMillimetersToTwip;

const THIN = { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' };

interface LineOptions {
  size: number;
  bold?: boolean;
  italics?: boolean;
  /** Space above and below, in points. */
  before?: number;
  after?: number;
}

/** A centred line. */
export function centred(text: string, options: LineOptions): Paragraph {
  return line(text, options, { alignment: AlignmentType.CENTER });
}

/** A line at the left. */
export function line(text: string, options: LineOptions, more: IParagraphOptions = {}): Paragraph {
  const { size, before = 0, after = 0, ...letters } = options;
  return new Paragraph({
    spacing: { before: 20 * before, after: 20 * after },
    ...more,
    children: [run(text, { size: halfPoints(size), ...letters })],
  });
}

/** A paragraph of the body: justified, its first line indented. */
export function body(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: millimetres(12.7) },
    // Lines 1.1 times their letters, 6 points between paragraphs.
    spacing: { before: 120, line: 264, lineRule: LineRuleType.AUTO },
    children: [run(text)],
  });
}

/** A rule of `length` under the line above it, in the middle of a column of `width` (both in millimetres). */
export function rule(width: number, length: number): Paragraph {
  const side = millimetres((width - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: THIN },
    spacing: { before: 70, line: 140, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

/** Columns side by side without lines around them; `widths` in millimetres. */
export function columns(widths: number[], cells: Paragraph[][]): Table {
  const twips = widths.map(millimetres);
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    columnWidths: twips,
    width: { size: twips.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) => new TableCell({ children, width: { size: twips[index] ?? 0, type: 'dxa' } }),
        ),
      }),
    ],
  });
}

export function run(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ text, ...options });
}
