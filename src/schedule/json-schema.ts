import { z } from 'zod';
import { yearFileSchema } from '../calendar/year-file.ts';
import { laddersFileShape, planFileShape, unitsFileShape } from './shape.ts';

const SHAPES = {
  'units.schema.json': [unitsFileShape, 'Đôn Đốc: các cơ quan (units.yaml)'],
  'ladders.schema.json': [laddersFileShape, 'Đôn Đốc: các thang nhắc việc (ladders.yaml)'],
  'plan.schema.json': [planFileShape, 'Đôn Đốc: kế hoạch và các nhiệm vụ (plan.yaml)'],
  'calendar.schema.json': [yearFileSchema, 'Đôn Đốc: lịch làm việc của một năm'],
} as const;

/** The JSON Schemas with which an editor helps to write the schedule files: the text of each, by file name. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(SHAPES).map(([name, [shape, title]]) => {
      // Draft 7 is the newest that the YAML extensions of editors understand.
      const schema = z.toJSONSchema(shape.meta({ title }), {
        io: 'input',
        target: 'draft-7',
        unrepresentable: 'any',
      });
      return [name, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
