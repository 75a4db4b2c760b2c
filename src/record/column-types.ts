import pg from 'pg';

const DATE_OID = 1082;
const INT8_OID = 20;
const asText = (value: string): string => value;

const parserOf = (oid: number, format?: 'text' | 'binary'): unknown =>
  oid === DATE_OID ? asText : pg.types.getTypeParser(oid, format);

/** How a server's columns are read: days stay `YYYY-MM-DD`. */
export const SERVER_TYPES = { getTypeParser: parserOf as typeof pg.types.getTypeParser };

/** The same for the embedded record, where whole numbers of eight bytes would otherwise be read in another way than a server's. */
export const EMBEDDED_PARSERS = { [DATE_OID]: asText, [INT8_OID]: asText };
