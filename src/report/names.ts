import type { Schedule } from '../schedule/schedule.ts';

/** The ids by which the record knows a deadline's plan, duty and unit. */
export interface Identified {
  folder: string;
  plan: string;
  obligation: string;
  unit: string;
  about: string | null;
}

/** What the schedule calls the things that the record knows by id; what has left the schedule keeps its id. */
export interface Names {
  unit(of: Identified): string;
  /** The unit's place in the folders' unit files; those that have left the schedule come last. */
  unitRank(of: Identified): number;
  /** The duty's title, and the event that set it off. */
  task(of: Identified): string;
  /** The clause and the plan, as a letter's legal basis. */
  basis(of: Identified): string;
  planTitle(of: Identified): string;
}

/** Looks up names in `schedule`. */
export function namesIn({ folders }: Schedule): Names {
  const key = (folder: string, unit: string) => `${folder}/${unit}`;
  const ranks = new Map(
    folders
      .flatMap((folder) => [...folder.units.keys()].map((unit) => key(folder.id, unit)))
      .map((unit, rank) => [unit, rank]),
  );
  const folderOf = ({ folder }: Identified) => folders.find(({ id }) => id === folder);
  const planOf = (of: Identified) => folderOf(of)?.plans.find(({ id }) => id === of.plan);
  const dutyOf = (of: Identified) => planOf(of)?.obligations.find(({ id }) => id === of.obligation);
  return {
    unit: (of) => folderOf(of)?.units.get(of.unit)?.name ?? of.unit,
    unitRank: (of) => ranks.get(key(of.folder, of.unit)) ?? ranks.size,
    task: (of) => {
      const title = dutyOf(of)?.title ?? of.obligation;
      return of.about === null ? title : `${title} (${of.about})`;
    },
    basis: (of) => {
      const plan = planOf(of);
      const document = plan?.number === undefined ? (plan?.title ?? of.plan) : `Kế hoạch số ${plan.number}`;
      const clause = dutyOf(of)?.clause;
      return clause === undefined ? document : `${clause}, ${document}`;
    },
    planTitle: (of) => planOf(of)?.title ?? of.plan,
  };
}
