import { z } from 'zod';
import { givenAnswerShape } from './answer-api.ts';
import { deadlineQuery } from './deadline-api.ts';
import { cancelShape, eventShape } from './event-api.ts';

/** The description of the API by OpenAPI 3.1, made from the shapes that the routes read by. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Đôn Đốc',
      version: '1',
      description: 'Thời hạn, sự kiện và trả lời cho các hệ thống khác. Mã truy cập: API_TOKENS.',
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{ token: [] }],
    paths: {
      '/api/events': {
        post: operation('Ghi nhận một sự kiện (quyền events)', eventShape, {
          200: 'Đã biết từ trước',
          201: 'Đã ghi nhận',
        }),
      },
      '/api/events/cancel': {
        post: operation(
          'Hủy một sự kiện ghi nhầm và rút thời hạn do sự kiện đó đặt ra (quyền events)',
          cancelShape,
          { 200: 'Đã hủy' },
        ),
      },
      '/api/answers': {
        post: operation(
          'Ghi nhận trả lời hoặc quyết định về một thời hạn (quyền answers)',
          givenAnswerShape,
          {
            201: 'Đã ghi nhận',
          },
        ),
      },
      '/api/deadlines': {
        get: {
          summary: 'Các thời hạn, nặng nhất trước (quyền read)',
          parameters: parametersOf(deadlineQuery),
          responses: described({ 200: 'Các thời hạn', 422: BODY_REFUSALS[422] }),
        },
      },
      '/api/status': {
        get: { summary: 'Tình trạng hệ thống (quyền read)', responses: described({ 200: 'Tình trạng' }) },
      },
      '/metrics': {
        get: { summary: 'Số đo cho Prometheus (quyền metrics)', responses: described({ 200: 'Số đo' }) },
      },
    },
  };
}

const REFUSALS = {
  401: 'Thiếu hoặc sai mã truy cập',
  403: 'Mã truy cập không có quyền này',
  429: 'Quá nhiều yêu cầu',
};
const BODY_REFUSALS = {
  409: 'Không nhận được; error cho biết lý do',
  413: 'Nội dung quá dài',
  415: 'Nội dung không phải JSON',
  422: 'Nội dung chưa đúng; problems cho biết từng chỗ',
};

function operation(summary: string, shape: z.ZodType, replies: Record<number, string>): object {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  return {
    summary,
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: described({ ...replies, ...BODY_REFUSALS }),
  };
}

function parametersOf(shape: z.ZodObject): object[] {
  return Object.entries(shape.shape).map(([name, field]) => ({
    ...{ name, in: 'query', required: false },
    schema: z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' }),
  }));
}

function described(replies: Record<number, string>): object {
  return Object.fromEntries(
    Object.entries({ ...replies, ...REFUSALS }).map(([status, description]) => [status, { description }]),
  );
}
