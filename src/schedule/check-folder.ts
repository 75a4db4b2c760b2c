import type { Calendar } from '../calendar/calendar.ts';
import type { FolderDraft } from './draft.ts';
import * as due from './due-checks.ts';
import * as events from './event-checks.ts';
import { dutiesOf, type Duty } from './duty.ts';
import * as heads from './head-checks.ts';
import * as ladders from './ladder-checks.ts';
import * as plans from './plan-checks.ts';
import type { Problem } from './problem.ts';
import * as reach from './reach-checks.ts';
import { repeatedIdsInFolder } from './repeated-ids.ts';
import { repeatedMentions } from './repeated-mentions.ts';
import * as targets from './target-checks.ts';
import * as units from './unit-checks.ts';

type FolderCheck = (folder: FolderDraft, calendar: Calendar | undefined) => Problem[];
type DutyCheck = (duties: readonly Duty[], calendar: Calendar | undefined) => Problem[];

const FOLDER_CHECKS: readonly FolderCheck[] = [
  repeatedIdsInFolder,
  repeatedMentions,
  units.unknownRelatives,
  units.circularRelatives,
  units.reversedLives,
  heads.reversedHeads,
  heads.overlappingHeads,
  heads.headsBeyondLives,
  units.unknownMembers,
  units.circularGroups,
  units.emptyGroups,
  ladders.closedSendingWindow,
  ladders.unreadRungs,
  ladders.unreadRepetitions,
  ladders.earlyReports,
  ladders.misplacedDrafts,
  ladders.repeatedRungs,
  plans.unknownPlanParts,
  plans.unknownObligationParts,
  plans.reversedWindows,
  plans.windowsBeyondCalendar,
  targets.impossibleBounds,
  targets.mixedTargets,
  targets.uselessBaselines,
  targets.misplacedTotals,
  events.unknownOwners,
  events.undescribedEvents,
  due.unreadPhrases,
];

const DUTY_CHECKS: readonly DutyCheck[] = [
  due.misplacedEvents,
  due.datedStandings,
  due.standingListers,
  due.unwatchedDuties,
  due.lifelessLeads,
  reach.unreachableLeads,
  reach.lateLaddersForRequested,
  reach.silentRungs,
];

/** What is wrong with a folder beyond its shape. Every check runs, whatever the others find; without a calendar no day is judged. */
export function checkFolder(folder: FolderDraft, calendar: Calendar | undefined): Problem[] {
  const duties = dutiesOf(folder);
  return [
    ...FOLDER_CHECKS.flatMap((check) => check(folder, calendar)),
    ...DUTY_CHECKS.flatMap((check) => check(duties, calendar)),
  ];
}
