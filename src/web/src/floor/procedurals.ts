import type { ProceduralDetail, ProceduralEffect } from '../contract';

/** What a procedural motion asks of whoever moves it. */
export type Need = 'minutes' | 'seconds' | 'until' | 'item' | 'before' | 'motion' | 'list' | 'suspend' | 'resume' | 'chairRuling' | 'credentialsRuling' | 'words';

interface Asked { need: Need; optional?: true }

const needs: Partial<Record<ProceduralEffect, Asked[]>> = {
  recess: [{ need: 'minutes' }],
  fixAdjournment: [{ need: 'until' }],
  postpone: [{ need: 'until', optional: true }],
  changeAgenda: [{ need: 'item' }, { need: 'before', optional: true }],
  limitDebate: [{ need: 'seconds' }],
  refer: [{ need: 'words' }],
  privilege: [{ need: 'words', optional: true }],
  ordersOfTheDay: [{ need: 'words', optional: true }],
  reopenDebate: [{ need: 'motion' }],
  reopenSpeakers: [{ need: 'list' }],
  suspendRule: [{ need: 'suspend' }],
  resumeRule: [{ need: 'resume' }],
  overruleChair: [{ need: 'chairRuling' }],
  overruleCredentials: [{ need: 'credentialsRuling' }],
};

export const needsOfEffect = (effect: ProceduralEffect): readonly Asked[] => needs[effect] ?? [];

/** The field of the detail in which a need is answered. */
export const fieldOf: Record<Need, keyof ProceduralDetail> = {
  minutes: 'minutes', seconds: 'seconds', until: 'until', item: 'item', before: 'before', motion: 'motion', list: 'list', suspend: 'paragraph', resume: 'paragraph',
  chairRuling: 'ruling', credentialsRuling: 'ruling', words: 'words',
};

const bounds: Partial<Record<Need, [number, number]>> = { minutes: [1, 1440], seconds: [10, 3600] };
export const boundsOf = (need: Need): [number, number] => bounds[need] ?? [0, Number.MAX_SAFE_INTEGER];

/** What was filled in, without what was left empty. */
export function detailFrom(effect: ProceduralEffect, given: Partial<Record<Need, string>>): ProceduralDetail {
  const detail: Record<string, unknown> = {};
  for (const { need } of needsOfEffect(effect)) {
    const value = given[need]?.toString().trim();
    if (value) detail[fieldOf[need]] = need in bounds ? Number(value) : value;
  }
  return detail;
}

/** Whether all that is needed is filled in, and within bounds. */
export const isComplete = (effect: ProceduralEffect, given: Partial<Record<Need, string>>): boolean =>
  needsOfEffect(effect).every(({ need, optional }) => {
    const value = given[need]?.toString().trim();
    if (!value) return optional === true;
    const [least, most] = boundsOf(need);
    return !(need in bounds) || (Number.isInteger(Number(value)) && Number(value) >= least && Number(value) <= most);
  });
