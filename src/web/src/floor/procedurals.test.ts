import { describe, expect, it } from 'vitest';
import { detailFrom, isComplete } from './procedurals';

describe('a procedural motion', () => {
  it('that needs nothing can be moved at once', () => {
    expect(isComplete('adjournMeeting', {})).toBe(true);
    expect(detailFrom('adjournMeeting', { words: 'left over' })).toEqual({});
  });

  it('says how long a recess is, within bounds', () => {
    expect(['', '0', '1441', '1.5', '10'].map((minutes) => isComplete('recess', { minutes }))).toEqual([false, false, false, false, true]);
    expect(detailFrom('recess', { minutes: '10' })).toEqual({ minutes: 10 });
  });

  it('takes the paragraph under the same name, to suspend or to resume', () => {
    expect(detailFrom('suspendRule', { suspend: '[M] 8.5' })).toEqual({ paragraph: '[M] 8.5' });
    expect(detailFrom('resumeRule', { resume: '[M] 8.5' })).toEqual({ paragraph: '[M] 8.5' });
  });

  it('leaves out what was not said', () => {
    expect(isComplete('changeAgenda', { item: 'i7' })).toBe(true);
    expect(detailFrom('changeAgenda', { item: 'i7', before: '' })).toEqual({ item: 'i7' });
    expect(isComplete('refer', { words: '  ' })).toBe(false);
  });
});
