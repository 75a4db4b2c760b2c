import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import { leadIds } from './duty.ts';
import { lookUpUnit } from './lookup.ts';
import { nearest } from './nearest.ts';
import { problemAt, type Problem } from './problem.ts';
import type { ObligationEntry, TargetEntry } from './shape.ts';

type TargetKey = keyof TargetEntry;

/** Targets that set no bound, or bounds between which nothing lies. */
export function impossibleBounds(folder: FolderDraft): Problem[] {
  return targetsOf(folder).flatMap(({ obligation, target: { atLeast, atMost, counts } }) => {
    if (atLeast === undefined && atMost === undefined)
      return [
        entryProblem(obligation, ['target'], 'chỉ tiêu phải có atLeast (tối thiểu) hoặc atMost (tối đa)'),
      ];
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
      return [targetProblem(obligation, 'atMost', 'mức tối đa (atMost) nhỏ hơn mức tối thiểu (atLeast)')];
    if (counts !== undefined && atLeast !== undefined && atLeast > 100)
      return [targetProblem(obligation, 'atLeast', 'tỷ lệ trên tổng số không thể quá 100%')];
    return [];
  });
}

/** Targets that are counted in part as a share, in part as a value: nobody could tell what to report. */
export function mixedTargets(folder: FolderDraft): Problem[] {
  return targetsOf(folder).flatMap(({ obligation, target }) => [
    ...(target.counts === undefined
      ? given(target, ['total', 'totals']).map((key) =>
          targetProblem(obligation, key, `chỉ ghi “${key}” khi có “counts” (đếm cái gì)`),
        )
      : given(target, ['baselineValue', 'direction']).map((key) =>
          targetProblem(obligation, key, `chỉ tiêu đếm theo tổng số (counts) không dùng “${key}”`),
        )),
    ...(target.counts !== undefined && target.unit !== '%'
      ? [targetProblem(obligation, 'unit', 'chỉ tiêu đếm theo tổng số (counts) phải có đơn vị là %', '"%"')]
      : []),
    ...(target.total !== undefined && target.totals !== undefined
      ? [targetProblem(obligation, 'total', 'chỉ ghi một trong hai: “total” hoặc “totals”')]
      : []),
  ]);
}

/** Baselines from which no change can be told. */
export function uselessBaselines(folder: FolderDraft): Problem[] {
  return targetsOf(folder).flatMap(({ obligation, target }) => {
    const { baselineValue, direction, counts, unit } = target;
    if (baselineValue === undefined || counts !== undefined) return [];
    if (direction === undefined)
      return [
        targetProblem(obligation, 'baselineValue', 'có số liệu mốc thì phải ghi “direction”: giảm hoặc tăng'),
      ];
    if (unit !== '%' || baselineValue > 0) return [];
    return [
      targetProblem(
        obligation,
        'baselineValue',
        'số liệu mốc bằng 0 thì không tính được mức thay đổi theo %',
      ),
    ];
  });
}

/** Totals of units that are unknown or do not lead the duty. */
export function misplacedTotals(folder: FolderDraft): Problem[] {
  const groups = new Map(folder.groups.map(({ value }) => [value.id, value]));
  return targetsOf(folder).flatMap(({ obligation, target }) => {
    const leads = leadIds(obligation.value.lead, groups);
    return Object.keys(target.totals ?? {}).flatMap((id) => {
      if (leads.includes(id)) return [];
      const path = ['target', 'totals', id];
      const place = [...obligation.path, ...path];
      const [unknown] = lookUpUnit(folder, obligation, path, id);
      if (unknown !== undefined) return [{ ...unknown, ...obligation.file.yaml.placeOf(place, 'key') }];
      const message = `“${id}” không chủ trì nhiệm vụ này`;
      return [problemAt(obligation.file, place, message, nearest(id, leads), 'key')];
    });
  });
}

function targetsOf(folder: FolderDraft): { obligation: Entry<ObligationEntry>; target: TargetEntry }[] {
  return folder.plans
    .flatMap(({ obligations }) => obligations)
    .flatMap((obligation) => {
      const { target } = obligation.value;
      return target === undefined ? [] : [{ obligation, target }];
    });
}

function given(target: TargetEntry, keys: TargetKey[]): TargetKey[] {
  return keys.filter((key) => target[key] !== undefined);
}

function targetProblem(
  obligation: Entry<ObligationEntry>,
  key: TargetKey,
  message: string,
  suggestion?: string,
): Problem {
  return entryProblem(obligation, ['target', key], message, suggestion);
}
