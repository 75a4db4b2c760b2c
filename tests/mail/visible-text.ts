const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', '#34': '"', '#39': "'" };

/** What a reader sees of an HTML letter, block by block: no head, no comment, no preheader; white space single. */
export function visibleBlocks(html: string): string[] {
  return html
    .replace(/<head>[^]*?<\/head>|<!--[^]*?-->|<div style="display:none[^]*?<\/div>/g, '')
    .replace(/<br>/g, ' ')
    .split(/<\/?(?:p|td|th|tr|table|li|ul|body|html)\b[^>]*>/)
    .map((block) =>
      decoded(block.replace(/<[^>]+>/g, ''))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((block) => block !== '');
}

/** The same as one line. */
export function visibleText(html: string): string {
  return visibleBlocks(html).join(' ');
}

function decoded(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
