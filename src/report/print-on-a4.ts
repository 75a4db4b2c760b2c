import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { findElement, prependMarkupInsideElement, replaceElement } from 'write-excel-file/utility';

/** A sheet's name (without apostrophes or markup) and the number of the row that holds its table's head, from 1. */
export interface PrintedSheet {
  sheet: string;
  headRow: number;
}

/**
 * Makes every sheet print as wide as one page, however long, with the table's head again on top of each page. The library by
 * itself sets only A4 and its orientation.
 */
export function printOnA4(sheets: PrintedSheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: fitToPage, transformElementAttributes: oneWide },
        'xl/workbook.xml': { transform: (xml) => repeatHeads(xml, sheets) },
      },
    },
  };
}

function fitToPage(xml: string): string {
  const worksheet = findElement(xml, 'worksheet');
  if (worksheet === undefined) return xml;
  return prependMarkupInsideElement(xml, worksheet, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
}

function oneWide(tag: string, attributes: Record<string, string | number>) {
  return tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes;
}

function repeatHeads(xml: string, sheets: PrintedSheet[]): string {
  const place = findElement(xml, 'definedNames');
  if (place === undefined) return xml;
  const names = sheets.map(
    ({ sheet, headRow }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$${headRow}:$${headRow}</definedName>`,
  );
  return replaceElement(xml, place, `<definedNames>${names.join('')}</definedNames>`);
}
