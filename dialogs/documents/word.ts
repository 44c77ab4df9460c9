import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
  type IStylesOptions,
} from 'docx';
import { cleanLine, cleanText, type DocumentModel, type DocumentSection } from './document-model.js';

// Lengths in twentieths of a point: A4, with margins of 2 cm.
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1134;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const LABEL_WIDTH = Math.round(TEXT_WIDTH / 3);

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'AEB7BD' };
const LABEL_GREY = 'F0F4F5';
const HEAD_GREY = 'D8DDE0';
const BLUE = '003087';
/** Above this many characters a row may break over two pages; a shorter one moves to the next page whole. */
const LONG_VALUE = 2000;
/** Characters of answers that fit on a page with room to spare. */
const SHORT_TABLE = 1200;

/**
 * The model as a Word document (.docx): real heading styles, so that a screen reader can list them; A4; Arial; the
 * reference and "Page 1 of 3" at the foot. Opens in Word and in LibreOffice. No text in the model can break it.
 */
export async function renderWord(model: DocumentModel): Promise<Buffer> {
  const document = new Document({
    title: cleanLine(model.title),
    creator: 'AP Pathway',
    styles: STYLES,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: PAGE,
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 567, footer: 400 },
          },
        },
        footers: { default: footerOf(model) },
        children: [
          ...titleOf(model),
          ...model.sections.flatMap((section) => sectionOf(section, model.sheet ? SHEET : WHOLE)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreProperties(model) }]);
}

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, language: { value: 'en-GB', eastAsia: 'en-GB' } },
      paragraph: { spacing: { line: 264 } },
    },
    title: {
      run: { font: 'Arial', size: 40, bold: true, color: BLUE },
      paragraph: { spacing: { after: 80 }, keepNext: true },
    },
    heading1: {
      run: { font: 'Arial', size: 28, bold: true, color: BLUE },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 24, color: '425563' },
      paragraph: { spacing: { after: 80 } },
    },
  ],
};

/** How a text is set: half points of its type and of its notes, and the width of the first column of a table. */
interface Setting {
  readonly size?: number;
  readonly note?: number;
  readonly labels?: number;
}

const WHOLE: Setting = {};
const SHEET: Setting = { size: 19, note: 15, labels: Math.round(TEXT_WIDTH / 7) };
const NOTE_GREY = '425563';

function titleOf({ title, subtitle, reference, sheet }: DocumentModel): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(cleanLine(title))] }),
    ...(subtitle ? [new Paragraph({ style: 'Subtitle', children: lines(subtitle) })] : []),
    ...(sheet || !reference
      ? []
      : [
          new Paragraph({
            children: [new TextRun('Reference: '), new TextRun({ text: cleanLine(reference), bold: true })],
          }),
        ]),
  ];
}

function sectionOf(
  { heading, paragraphs = [], rows = [], table }: DocumentSection,
  setting: Setting,
): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleanLine(heading))] }),
    ...paragraphs.map(
      (text) =>
        new Paragraph({
          spacing: setting.note ? { after: 40, line: 228 } : { after: 120 },
          children: lines(text, setting.note ? { size: setting.note } : {}),
        }),
    ),
    ...(rows.length ? [labelTable(rows)] : []),
    // Word joins two tables that touch.
    ...(rows.length && table ? [new Paragraph({ spacing: { before: 0, after: 120 }, children: [] })] : []),
    ...(table?.head.length ? [headedTable(table.head, table.rows, setting)] : []),
  ];
}

/** A short one stays on one page, as a trainee's row of the form does. */
function labelTable(rows: NonNullable<DocumentSection['rows']>): Table {
  const widths = [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH] as const;
  const isShort = rows.reduce((sum, [, value]) => sum + value.length, 0) <= SHORT_TABLE;
  return tableOf(
    [...widths],
    [
      headRow(LABEL_HEAD, widths, { ...WHOLE, keepNext: isShort }),
      ...rows.map(([label, value], n) => {
        const keepNext = isShort && n < rows.length - 1;
        return new TableRow({
          cantSplit: value.length <= LONG_VALUE,
          children: [
            cell(label, widths[0], { bold: true, fill: LABEL_GREY, keepNext }),
            cell(value, widths[1], { keepNext }),
          ],
        });
      }),
    ],
  );
}

/** Marked as such, so that a reader of the screen says it, and it is there again on the next page. */
function headRow(
  head: readonly string[],
  widths: readonly number[],
  setting: Setting & Look = WHOLE,
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, column) =>
      cell(text, widths[column] ?? 0, { ...setting, bold: true, fill: HEAD_GREY }),
    ),
  });
}

const LABEL_HEAD = ['Question', 'Answer'];

function headedTable(head: readonly string[], rows: readonly (readonly string[])[], setting: Setting): Table {
  const { labels } = setting;
  const widths = labels
    ? head.map((_, column) => (column === 0 ? labels : (TEXT_WIDTH - labels) / (head.length - 1)))
    : columnWidthsOf([head, ...rows], head.length);
  return tableOf(widths, [
    headRow(head, widths, setting),
    ...rows.map(
      (row) =>
        new TableRow({
          cantSplit: row.join('').length <= LONG_VALUE,
          children: head.map((_, column) =>
            cell(row[column] ?? '', widths[column] ?? 0, {
              ...setting,
              ...(labels && column === 0 ? { bold: true, fill: LABEL_GREY } : {}),
            }),
          ),
        }),
    ),
  ]);
}

/** A column of long text gets more of the page than one of dates; none is starved. */
function columnWidthsOf(rows: readonly (readonly string[])[], columns: number): number[] {
  const weights = Array.from(
    { length: columns },
    (_, column) => 12 + Math.min(36, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((TEXT_WIDTH * weight) / all));
}

function tableOf(columnWidths: number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    // Fixed, so that a long web address wraps and does not push the table off the page.
    layout: TableLayoutType.FIXED,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows,
  });
}

function cell(text: string, width: number, look: Look & { fill?: string } = {}): TableCell {
  const air = look.note ? 40 : 80;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: air, bottom: air, left: 115, right: 115, marginUnitType: WidthType.DXA },
    ...(look.fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: look.fill } } : {}),
    children: [
      new Paragraph({
        ...(look.note ? { spacing: { line: 240 } } : {}),
        ...(look.keepNext ? { keepNext: true } : {}),
        children: lines(text, look),
      }),
    ],
  });
}

interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly note?: number;
  /** On the page of what comes next. */
  readonly keepNext?: boolean;
}

function lines(text: string, { bold = false, size, note }: Look = {}): TextRun[] {
  return cleanText(text)
    .trim()
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          bold,
          ...(size ? { size } : {}),
          ...(note && index > 0 ? { size: note, color: NOTE_GREY } : {}),
          ...(index > 0 ? { break: 1 } : {}),
        }),
    );
}

function footerOf({ title, reference, footer }: DocumentModel): Footer {
  const small = { size: 18, color: '425563' };
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { ...LINE, space: 6 } },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ ...small, text: cleanLine(reference || title) }),
          new TextRun({
            ...small,
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [new TextRun({ ...small, text: cleanLine(footer) })],
      }),
    ],
  });
}

/** Written here because the library would stamp the machine's own time, which is not the service's clock. */
function coreProperties({ title, created }: DocumentModel): string {
  const when = created ? new Date(created).toISOString() : undefined;
  const dates = ['created', 'modified']
    .map((name) => when && `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`)
    .filter(Boolean);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(cleanLine(title))}</dc:title><dc:creator>AP Pathway</dc:creator>`,
    `<cp:lastModifiedBy>AP Pathway</cp:lastModifiedBy><dc:language>en-GB</dc:language>`,
    ...dates,
    '</cp:coreProperties>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
