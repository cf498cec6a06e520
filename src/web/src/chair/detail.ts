import type { ProceduralDetail, ProceduralEffect } from '../contract';

type Part = keyof ProceduralDetail;

/** What a procedural motion says beyond its name, by its effect. */
export const needs: Partial<Record<ProceduralEffect, Part[]>> = {
  recess: ['minutes'],
  fixAdjournment: ['until'],
  changeAgenda: ['item', 'before'],
  limitDebate: ['seconds'],
  postpone: ['until', 'words'],
  refer: ['words'],
  privilege: ['words'],
  ordersOfTheDay: ['words'],
  reopenDebate: ['motion'],
  reopenSpeakers: ['list'],
  suspendRule: ['paragraph'],
  resumeRule: ['paragraph'],
  overruleChair: ['ruling'],
  overruleCredentials: ['ruling'],
};

/** What may be left out: before which item (last, then), until when, and words where they only explain. */
const optional: Partial<Record<ProceduralEffect, Part[]>> = { changeAgenda: ['before'], postpone: ['until', 'words'], privilege: ['words'], ordersOfTheDay: ['words'] };

export const complete = (effect: ProceduralEffect, detail: ProceduralDetail): boolean =>
  (needs[effect] ?? []).every((part) => optional[effect]?.includes(part) || (detail[part] !== undefined && detail[part] !== ''));
