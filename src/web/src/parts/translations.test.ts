import { describe, expect, it } from 'vitest';
import { languageName, preferred } from './translations';

describe('a motion in several languages', () => {
  it('is read in the one its reader likes best', () => {
    expect(preferred(['fr-CA', 'en'], 'en', ['es', 'fr'])).toBe('fr');
    expect(preferred(['de', 'es'], 'en', ['es', 'fr'])).toBe('es');
    expect(preferred(['zh-TW'], 'en', ['zh-CN', 'zh-TW'])).toBe('zh-TW');
  });
  it('is read as it was put by whoever reads that, and where nothing fits', () => {
    expect(preferred(['en-GB', 'fr'], 'en', ['fr'])).toBeUndefined();
    expect(preferred(['de'], 'en', ['fr'])).toBeUndefined();
    expect(preferred([], 'en', ['fr'])).toBeUndefined();
  });
  it('names languages, and shows a tag it does not know', () => {
    expect(languageName('fr', 'en')).toBe('French');
    expect(languageName('not a tag', 'en')).toBe('not a tag');
  });
});
