import { Document, Packer, PageOrientation, Paragraph, type ISectionOptions } from 'docx';
import { appendix, APPENDIX_WIDTH } from './draft-appendix.ts';
import { FONT, halfPoints, MARGIN, millimetres, PAPER } from './draft-layout.ts';
import type { DraftLetterView } from './draft-letter-view.ts';
import { draftMark, laterPages, letterhead } from './draft-letterhead.ts';
import { ending, request } from './draft-request.ts';
import { steadyDocx } from './steady-docx.ts';

/** The program that drafted it, in the file's properties; the library would write `Un-named`. */
const AUTHOR = 'Hệ thống theo dõi, nhắc hạn nhiệm vụ';

/**
 * The draft of an official urging letter (công văn đôn đốc) with its appendix, as a .docx for Word and LibreOffice, laid out
 * as Nghị định 30/2020/NĐ-CP, phụ lục I, sets it. Number, day and signature are left to the person who issues it.
 * The same view always gives the same bytes.
 */
export async function writeDraftLetter(view: DraftLetterView): Promise<Buffer> {
  const document = new Document({
    title: 'Dự thảo công văn đôn đốc',
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    styles: {
      default: {
        document: { run: { font: FONT, size: halfPoints(14), language: { value: 'vi-VN' } } },
      },
    },
    sections: [letter(view), appendixPages(view)],
  });
  return steadyDocx(await Packer.toBuffer(document), view.day);
}

function letter(view: DraftLetterView): ISectionOptions {
  return {
    properties: { titlePage: true, page: { size: paper(), margin: margins() } },
    headers: { first: draftMark(view), default: laterPages(PAPER.width - MARGIN.left - MARGIN.right) },
    children: [letterhead(view), ...request(view), new Paragraph({ children: [] }), ending(view)],
  };
}

/** On turned pages with page numbers of its own. */
function appendixPages(view: DraftLetterView): ISectionOptions {
  const size = { ...paper(), orientation: PageOrientation.LANDSCAPE };
  return {
    properties: { titlePage: true, page: { size, margin: margins(), pageNumbers: { start: 1 } } },
    headers: { first: draftMark(view), default: laterPages(APPENDIX_WIDTH) },
    children: appendix(view),
  };
}

function paper(): { width: number; height: number } {
  return { width: millimetres(PAPER.width), height: millimetres(PAPER.height) };
}

function margins(): Record<keyof typeof MARGIN, number> {
  const { top, bottom, left, right, header } = MARGIN;
  return {
    top: millimetres(top),
    bottom: millimetres(bottom),
    left: millimetres(left),
    right: millimetres(right),
    header: millimetres(header),
  };
}
